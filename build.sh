#!/usr/bin/env bash
# Checks the tools, builds the build program if a source is newer than its last build, and runs it.
# ./build.sh --help tells what it can do.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
temp="$root/.nuke/temp"
stamp="$temp/build.stamp"
program="$temp/build/bin/_build/release/Research._build.dll"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

fail() { echo "build.sh: $*" >&2; exit 2; }

command -v dotnet >/dev/null || fail "dotnet was not found. Install the .NET 10 SDK (https://dot.net) and try again."

stale() {
    [ ! -f "$program" ] || [ ! -f "$stamp" ] || [ -n "$(find \
        "$root/build" "$root/stages" "$root/global.json" "$root/Directory.Build.props" "$root/Directory.Packages.props" \
        "$root/.editorconfig" -newer "$stamp" -print -quit)" ]
}

build() {
    # Two builds at once: the second waits for the first and then finds nothing to do.
    if command -v flock >/dev/null; then
        exec 9>"$temp/build.lock"
        flock 9
        stale || return 0
    fi
    (cd "$root" && dotnet --version >/dev/null 2>&1) ||
        fail "no .NET SDK here satisfies global.json ($(grep -o '[0-9]*\.[0-9]*\.[0-9]*' "$root/global.json" | head -n 1) or later). Install the .NET 10 SDK (https://dot.net) and try again."
    echo "Building the build program ..." >&2
    touch "$temp/build.started"
    locked=()
    [ -z "${CI:-}" ] || locked=(-p:RestoreLockedMode=true)
    if ! (cd "$root" && dotnet build build/_build.csproj -c Release --nologo -v quiet -clp:NoSummary \
        "${locked[@]+"${locked[@]}"}" >"$temp/build.log" 2>&1); then
        cat "$temp/build.log" >&2
        fail "the build program does not compile; the messages are above."
    fi
    # The stamp carries the time at which the build began: what changed since then is newer.
    mv "$temp/build.started" "$stamp"
}

packages() {
    command -v npm >/dev/null || fail "npm was not found. Install Node.js 20 or later (https://nodejs.org) and try again."
    local major
    major="$(node --version | sed 's/^v\([0-9]*\).*/\1/')"
    [ "$major" -ge 20 ] || fail "Node.js $(node --version) is too old. Install Node.js 20 or later (https://nodejs.org) and try again."
    echo "Installing DuckDB and Vega (npm ci) ..." >&2
    (cd "$root" && npm ci --no-audit --no-fund --loglevel=error) >"$temp/npm.log" 2>&1 ||
        { cat "$temp/npm.log" >&2; fail "npm ci failed; its messages are above."; }
    touch "$root/node_modules/.package-lock.json"
}

mkdir -p "$temp"
if [ ! -f "$root/node_modules/.package-lock.json" ] || [ "$root/package-lock.json" -nt "$root/node_modules/.package-lock.json" ]; then
    packages
fi
if stale; then
    build
fi
exec dotnet "$program" "$@"
