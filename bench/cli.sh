#!/usr/bin/env bash
# How long somebody waits for the first byte of an answer, start-up of the command included: a question that the running
# service has answered before, asked again and again. With Asktrail up and nothing else to do on the machine:
#   bench/cli.sh ["QUESTION" [ROUNDS]]
set -euo pipefail
cd "$(dirname "$0")/.."
question=${1:-"net sales by state last month"}
rounds=${2:-30}

first=$(mktemp)
trap 'rm -f "$first"' EXIT
now() { echo "${EPOCHREALTIME/[.,]/}"; } # microseconds; needs bash 5

# The first rounds make the archive of classes and warm the service.
for _ in 1 2 3 4 5; do ./asktrail ask "$question" >/dev/null; done
for _ in $(seq "$rounds"); do
    begun=$(now)
    ./asktrail ask "$question" | { head -c 1 >/dev/null; now >&3; cat >/dev/null; } 3>"$first" || true
    echo "$((($(cat "$first") - begun) / 1000))"
done | sort -n | awk '{ ms[NR] = $1 } END {
    printf "first byte of an answer: p50 %d ms, p95 %d ms, worst %d ms of %d\n", ms[int((NR + 1) / 2)], ms[int(NR * 0.95)], ms[NR], NR }'
