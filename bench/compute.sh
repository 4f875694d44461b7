#!/usr/bin/env bash
# What the largest step of agent-compute takes: two inputs of 200,000 rows joined and divided. After `mvn verify
# -DskipTests`; the first argument is the class path of local's tests, as dependency:build-classpath writes it, with its own
# classes. A second argument is a file for a recording of Java's flight recorder.
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# = 1 ] || [ $# = 2 ] || { echo "usage: bench/compute.sh CLASS_PATH [RECORDING.jfr]" >&2; exit 2; }
home=${JAVA_HOME:-$(./asktrail --print-java-home)}
built=$(mktemp -d)
trap 'rm -rf "$built"' EXIT
"$home/bin/javac" -nowarn -d "$built" -cp "$1" bench/compute/*.java
recorded=${2:+-XX:StartFlightRecording=filename=$2,settings=profile}
"$home/bin/java" -XX:+UseSerialGC -Xmx512m ${recorded:+"$recorded"} -cp "$built:$1" LargeJoin
