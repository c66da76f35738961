@echo off
rem Runs trailproof @VERSION@: finds Java 17 or newer and hands over to the jar; the exit code is that of the tool.
rem Exit code of its own: 2 no suitable Java.
setlocal
set "java="
if defined TRAILPROOF_JAVA set "java=%TRAILPROOF_JAVA%"
if not defined java if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
if not defined java for %%j in (java.exe) do set "java=%%~$PATH:j"
if not defined java (
  echo trailproof: no Java 17 or newer, which it takes to run trailproof; install one, or name it in JAVA_HOME or TRAILPROOF_JAVA>&2
  exit /b 2
)
for %%j in ("%java%") do set "release=%%~dpj..\release"
set "version="
if exist "%release%" for /f tokens^=2^ delims^=^" %%v in ('findstr /b JAVA_VERSION^= "%release%"') do set "version=%%v"
set "major=%version%"
for /f "delims=.-+" %%m in ("%version%") do set "major=%%m"
if defined major if %major% LSS 17 (
  echo trailproof: Java %version% at %java% is too old; it takes 17 or newer to run trailproof>&2
  exit /b 2
)
"%java%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xss4m -Dfile.encoding=UTF-8 %TRAILPROOF_JAVA_OPTS% -jar "%~dp0..\lib\trailproof-all.jar" %*
exit /b %errorlevel%
