@echo off
rem Runs build.sh where a bash is installed (Git for Windows brings one); otherwise builds and runs the build program.
setlocal
set "ROOT=%~dp0"
set DOTNET_CLI_TELEMETRY_OPTOUT=1
set DOTNET_NOLOGO=1
where bash >nul 2>nul
if not errorlevel 1 (
  bash "%ROOT%build.sh" %*
  exit /b %errorlevel%
)
where dotnet >nul 2>nul
if errorlevel 1 (
  echo build.cmd: dotnet was not found. Install the .NET 10 SDK ^(https://dot.net^) and try again. 1>&2
  exit /b 2
)
if not exist "%ROOT%node_modules\.package-lock.json" (
  where npm >nul 2>nul
  if errorlevel 1 (
    echo build.cmd: npm was not found. Install Node.js 20 or later ^(https://nodejs.org^) and try again. 1>&2
    exit /b 2
  )
  pushd "%ROOT%" && call npm ci --no-audit --no-fund --loglevel=error || exit /b 2
  popd
)
pushd "%ROOT%"
dotnet build build\_build.csproj -c Release --nologo -v quiet -clp:NoSummary || exit /b 2
popd
dotnet "%ROOT%.nuke\temp\build\bin\_build\release\Research._build.dll" %*
exit /b %errorlevel%
