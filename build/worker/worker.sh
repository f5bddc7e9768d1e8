#!/bin/sh
# Runs jobs on this machine, which needs nothing installed but the driver of its GPU.
#
#   ./worker.sh                                      what the worker was published for
#   ./worker.sh Train --profile paper --device gpu   any target; --help lists them, --dry-run tells what would run
#   ./worker.sh --pack results.tar.gz                all results in one file; at home: ./build.sh Import --from results.tar.gz
set -eu
here=$(cd "$(dirname "$0")" && pwd)

if [ "${1:-}" = --pack ]; then
    [ $# -eq 2 ] || { echo "worker.sh: --pack takes the name of the archive" >&2; exit 2; }
    # What a job left unfinished stays here.
    tar -czf "$2.new" -C "$here/artifacts" store/actions store/objects
    mv "$2.new" "$2"
    exit 0
fi

. "$here/environment.sh"
# One word a line: the targets and the profile that it was published with.
[ $# -gt 0 ] || set -- $(cat "$here/published")
exec "$dotnet" "$program/Research._build.dll" "$@"
