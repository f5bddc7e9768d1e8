# Sourced by worker.sh and verify-gpu.sh, with $here set: the runtime that lies here, and nothing of the machine's own .NET.
export DOTNET_ROOT="$here/dotnet" DOTNET_MULTILEVEL_LOOKUP=0 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet="$here/dotnet/dotnet"
program="$here/program"

# Libraries that the runtime needs and a very bare system lacks. The system's own come first: they fit its C library.
lend() {
    for folder in /lib/x86_64-linux-gnu /usr/lib/x86_64-linux-gnu /lib64 /usr/lib64 /lib /usr/lib; do
        for found in "$folder/$1".so.*; do
            [ ! -e "$found" ] || return 0
        done
    done
    export LD_LIBRARY_PATH="${LD_LIBRARY_PATH:+$LD_LIBRARY_PATH:}$here/lib/$2"
}
lend libstdc++ cpp
lend libssl ssl
