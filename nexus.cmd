@echo off
rem Nexus from a checkout: builds at first use and after a change of the sources, then is bin\nexus.cmd of the build.
setlocal
set "ROOT=%~dp0"
set "TARGET=%ROOT%distribution\target"
set "STAMP=%TARGET%\built"
powershell -NoProfile -Command "if (-not (Test-Path '%STAMP%')) { exit 1 }; $t = (Get-Item '%STAMP%').LastWriteTime; $s = Get-ChildItem '%ROOT%pom.xml', '%ROOT%*\pom.xml', '%ROOT%*\src\main', '%ROOT%distribution\src' -Recurse | Where-Object { $_.LastWriteTime -gt $t } | Select-Object -First 1; if ($s) { exit 1 }"
if not errorlevel 1 goto start
call "%ROOT%scripts\find-jdk.cmd" || exit /b 1
echo Building Nexus: this takes a minute or two ... 1>&2
if not exist "%TARGET%" mkdir "%TARGET%"
type nul > "%STAMP%.new"
call mvn -q -B -f "%ROOT%pom.xml" package -DskipTests -Dspotless.check.skip=true -Dnexus.archives.skip=true > "%TARGET%\build.log" 2>&1
if errorlevel 1 (
  findstr /b "[ERROR]" "%TARGET%\build.log" 1>&2
  echo Nexus could not be built; the whole output is in %TARGET%\build.log 1>&2
  exit /b 1
)
move /y "%STAMP%.new" "%STAMP%" >nul
:start
for /d %%d in ("%TARGET%\nexus-*") do (
  call "%%d\bin\nexus.cmd" %*
  goto end
)
:end
exit /b %ERRORLEVEL%
