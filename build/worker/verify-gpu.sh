#!/bin/sh
# Verifies and measures the GPU of this machine, in less than ten minutes:
#
#   conformance  every kernel on the GPU has the golden bits
#   bits         200 training steps of the paper's model on the GPU and on the processor: losses, weights and moments are the same bits
#   training     a training run of the profile paper: 5,000 steps, batch 12, block 128, with all that it keeps
#   product      float32 matrix products of 4096 x 4096 x 4096 against the card's peak
#   pytorch      the same model in PyTorch on the same card, eager, float32, TF32 off; skipped where python3 has no torch
#
#   ./verify-gpu.sh [--device auto|cuda|opencl] [--output FOLDER] [--rehearsal]
#
# --rehearsal takes tiny sizes, and whatever OpenCL offers (PoCL too): it shows that the script works, its figures mean nothing.
# Each step has its own time limit and runs whatever became of the others. The summary is printed and written to FOLDER/summary.json
# (default: gpu-report), beside the log and the results of each step. Exit code: 0 all well, 1 bits differ or could not be compared,
# 2 something else failed, 64 wrong options.
set -u
here=$(cd "$(dirname "$0")" && pwd)
device=auto output=gpu-report rehearsal=
while [ $# -gt 0 ]; do
    case "$1" in
        --rehearsal) rehearsal=--rehearsal; shift ;;
        --device | --output)
            [ $# -gt 1 ] || { echo "verify-gpu.sh: $1 lacks its value" >&2; exit 64; }
            if [ "$1" = --device ]; then device=$2; else output=$2; fi
            shift 2 ;;
        *) echo "verify-gpu.sh: there is no option '$1'; its first lines tell what there is" >&2; exit 64 ;;
    esac
done
case "$device" in auto | cuda | opencl) ;; *) echo "verify-gpu.sh: --device takes auto, cuda or opencl, not '$device'" >&2; exit 64 ;; esac
mkdir -p "$output" && output=$(cd "$output" && pwd) || exit 64
rm -f "$output"/*.json "$output"/*.log
. "$here/environment.sh"

begin=$(date +%s) steps= bits=0 others=0

# step NAME LIMIT COMMAND ...: runs it, files its outcome. A result is what it writes to $output/NAME.json.
step() {
    name=$1 limit=$2
    shift 2
    started=$(date +%s)
    timeout -k 5 "$limit" "$@" >"$output/$name.log" 2>&1
    code=$?
    [ "$name" = conformance ] && cp "$here/artifacts/conformance/conformance.json" "$output/$name.json" 2>/dev/null
    case $code in
        0) outcome=passed ;;
        3) outcome='bits differ' ;;
        4) outcome='no GPU that can be used' ;;
        124 | 137) outcome="stopped after $limit s" ;;
        *) outcome="failed with exit code $code"
           [ "$name" = conformance ] && grep -q '"passed": false' "$output/$name.json" 2>/dev/null && outcome='bits differ' ;;
    esac
    # On the processor alone, or through another door than the one meant, nothing is proved.
    [ "$name:$device:$outcome" = conformance:cuda:passed ] && ! grep -q ', CUDA"' "$output/$name.json" && outcome='no GPU that can be used'
    file "$(($(date +%s) - started))"
}

skip() {
    name=$1 outcome="skipped: $2"
    : >"$output/$name.log"
    file 0
}

file() {
    case "$name:$outcome" in
        *:passed | *:skipped*) ;;
        conformance:* | bits:*) bits=1 ;;
        *) others=1 ;;
    esac
    result=null
    [ -s "$output/$name.json" ] && result=$(cat "$output/$name.json")
    steps="$steps${steps:+,}
    { \"step\": \"$name\", \"outcome\": \"$outcome\", \"seconds\": $1, \"result\": $result }"
    printf '\n%-12s %s (%s s)\n' "$name" "$outcome" "$1"
    # The figures come first in the log of a benchmark, then an empty line and tables; a failure says why at the end.
    case "$outcome" in
        passed) if [ "$name" = conformance ]; then grep 'golden ones' "$output/$name.log"; sed -n 's/.*"device": "\(.*, \(CUDA\|OpenCL\)\)".*/on \1/p' "$output/$name.json" | sort -u
                else sed -n '2,/^$/p' "$output/$name.log"; fi ;;
        skipped*) ;;
        *) grep '^\[ERR\]' "$output/$name.log" | head -n 3 | grep . || tail -n 5 "$output/$name.log" ;;
    esac
}

rm -f "$here/artifacts/conformance/conformance.json"
card=$(nvidia-smi --query-gpu=name,driver_version,clocks.max.sm,power.limit --format=csv,noheader 2>/dev/null | head -n 1 | tr -d '"\\')
echo "GPU verification of $(uname -n): ${card:-no card that nvidia-smi knows}"

benchmarks() {
    group=$1 limit=$2
    shift 2
    step "$group" "$limit" "$dotnet" "$program/Research.Benchmarks.dll" --only "gpu$group" --device "$device" --json "$output/$group.json" $rehearsal "$@"
}

step conformance 90 "$dotnet" "$program/Research._build.dll" Conformance --device gpu
benchmarks bits 165 --limit 140
benchmarks training 200 --limit 180
benchmarks product 45
if ! python3 -c 'import torch' 2>/dev/null; then
    skip pytorch 'python3 has no torch here'
elif [ -n "$rehearsal" ]; then
    step pytorch 60 python3 "$here/pytorch_peer.py" --only laptop --seconds 1 --json "$output/pytorch.json"
elif ! python3 -c 'import sys, torch; sys.exit(not torch.cuda.is_available())' 2>/dev/null; then
    skip pytorch 'its torch sees no CUDA'
else
    step pytorch 60 python3 "$here/pytorch_peer.py" --device cuda --only paper --seconds 15 --product 4096 --json "$output/pytorch.json"
fi

seconds=$(($(date +%s) - begin))
cat >"$output/summary.json" <<JSON
{
  "machine": "$(uname -srm)",
  "card": "$card",
  "rehearsal": $([ -n "$rehearsal" ] && echo true || echo false),
  "seconds": $seconds,
  "bitsAreEqual": $([ $bits -eq 0 ] && echo true || echo false),
  "steps": [$steps
  ]
}
JSON
if [ $bits -ne 0 ]; then verdict='NOT VERIFIED: bits differ or could not be compared' code=1
elif [ $others -ne 0 ]; then verdict='verified: every bit compared is equal; but a measurement failed' code=2
else verdict='verified: every bit compared is equal' code=0
fi
printf '\n%s (%s s)\n%s\n' "$verdict" "$seconds" "$output/summary.json"
exit $code
