@echo off
rem Everything that must be green: verify.cmd; the tests of one package: verify.cmd health
setlocal
set "ROOT=%~dp0"
call "%ROOT%scripts\find-jdk.cmd" || exit /b 1
if "%~1"=="" (
  call mvn -B -f "%ROOT%pom.xml" verify
) else if "%~1"=="--long" (
  echo The mutants need a POSIX shell: run ./verify --long in Git Bash or WSL. 1>&2
  exit /b 2
) else (
  call mvn -B -f "%ROOT%pom.xml" test -pl "!distribution" "-Dtest=**/%~1/*,**/%~1" -Dsurefire.failIfNoSpecifiedTests=false
)
exit /b %ERRORLEVEL%
