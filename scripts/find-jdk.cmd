@echo off
rem Called by the scripts at the root: sets JAVA_HOME to a JDK of at least 25 and looks for Maven, or says what to install.
call :fits "%JAVA_HOME%" && goto maven
for /f "tokens=1,* delims==" %%a in ('java -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.home ="') do (
  for /f "tokens=*" %%h in ("%%b") do call :fits "%%h" && set "JAVA_HOME=%%h" && goto maven
)
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\jdk-*" "%ProgramFiles%\Java\jdk-*" "%ProgramFiles%\Microsoft\jdk-*" "%USERPROFILE%\.jdks\*") do (
  call :fits "%%d" && set "JAVA_HOME=%%d" && goto maven
)
echo Nexus is built with a JDK of version 25 or newer, and none was found: install Temurin from https://adoptium.net, or set JAVA_HOME. 1>&2
exit /b 1

:maven
where mvn >nul 2>&1 && exit /b 0
echo Nexus is built with Apache Maven 3.8.1 or newer, and there is no mvn on the PATH: https://maven.apache.org/install.html 1>&2
exit /b 1

:fits
if "%~1"=="" exit /b 1
if not exist "%~1\bin\jlink.exe" exit /b 1
set "JDK_LINE="
for /f "usebackq tokens=*" %%l in (`findstr /b JAVA_VERSION= "%~1\release"`) do set "JDK_LINE=%%l"
set "JDK_LINE=%JDK_LINE:~14,2%"
if "%JDK_LINE%"=="" exit /b 1
if %JDK_LINE% GEQ 25 exit /b 0
exit /b 1
