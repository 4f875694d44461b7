#!/usr/bin/env bash
# What the gateway adds: the same small request to the orchestrator through it and past it, the services as processes of
# their own. First, without the rate limit:
#   ASKTRAIL_GATEWAY_LIMITS_PERMINUTE=100000000 ASKTRAIL_GATEWAY_LIMITS_BURST=100000000 ./asktrail up --split
# The difference in CPU time is the gateway's process alone. A token past the gateway is good for a minute.
set -euo pipefail
cd "$(dirname "$0")/.."
home=${ASKTRAIL_HOME:-.asktrail}
java=$(./asktrail --print-java-home)/bin/java
port() { sed -n 's/^server.port=//p' "$home/run/$1.properties"; }
pid() { cut -d' ' -f1 "$home/run/$1.pid"; }

for clients in 1 16; do
    for round in 1 2 3; do
        echo "through the gateway, round $round"
        "$java" bench/Load.java "http://127.0.0.1:$(port gateway)/v1/tools" "$home/run/owner.token" '' "$clients" 9 "$(pid gateway)"
        echo "past it, round $round"
        "$java" bench/Load.java "http://127.0.0.1:$(port orchestrator)/orchestrator/v1/tools" \
            "$home/secrets/internal/orchestrator.key" '' "$clients" 9 "$(pid orchestrator)"
    done
done
