#!/usr/bin/env bash
# What 500 open event streams cost the gateway's memory, after `mvn package`.
set -euo pipefail
cd "$(dirname "$0")/.."
java=$(./asktrail --print-java-home)/bin/java
lib=$PWD/target/dist/lib
jars=$(<target/dist/services/gateway.classpath)
"$java" bench/Streams.java "$lib/${jars//:/:$lib/}" "${1:-500}"
