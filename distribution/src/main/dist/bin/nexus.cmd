@echo off
rem Starts Nexus on the Java runtime that comes with it, or, where there is none, on JAVA_HOME's or the PATH's (25 or newer).
rem NEXUS_JAVA_OPTIONS: more options for the JVM; they win over the ones below.
setlocal
set "HOME_DIR=%~dp0.."
set "JAVA=%HOME_DIR%\runtime\bin\java.exe"
if not exist "%JAVA%" if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
if not exist "%JAVA%" set "JAVA=java"
if not exist "%HOME_DIR%\mods\" (
  echo nexus: %HOME_DIR%\mods is missing: unpack the whole archive again 1>&2
  exit /b 2
)
rem Whether the JVM can make modules of what lies in mods is asked before the start: its own words would be a stack of lines.
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC --dry-run -p "%HOME_DIR%\mods" -m nexus.app >nul 2>&1
if errorlevel 1 (
  echo nexus: the jars in %HOME_DIR%\mods don't fit together: remove the one that was added last 1>&2
  exit /b 2
)
rem Two collectors at once are refused by the JVM: one of the user's own stands for ours.
set "COLLECTOR=-XX:+UseSerialGC"
set | findstr /i /r /c:"^NEXUS_JAVA_OPTIONS=.*-XX:+Use[A-Za-z0-9]*GC " /c:"^NEXUS_JAVA_OPTIONS=.*-XX:+Use[A-Za-z0-9]*GC$" >nul && set "COLLECTOR="
"%JAVA%" %COLLECTOR% -Xms48m -Xmx152m -Xmn36m -XX:SurvivorRatio=2 -XX:TargetSurvivorRatio=90 -XX:MaxHeapFreeRatio=40 -XX:-ShrinkHeapInSteps -Xshare:auto --enable-native-access=org.xerial.sqlitejdbc "-Dnexus.plugins=%HOME_DIR%\plugins" "-Dorg.sqlite.lib.path=%HOME_DIR%\runtime\lib" %NEXUS_JAVA_OPTIONS% -p "%HOME_DIR%\mods" -m nexus.app %*
exit /b %ERRORLEVEL%
