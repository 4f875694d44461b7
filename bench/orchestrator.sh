#!/usr/bin/env bash
# What the orchestrator adds to a question of two sources. After `mvn verify -DskipTests`; the first argument is the class
# path of local's tests, as dependency:build-classpath writes it, with its own classes. The tools' quotas are lifted: they
# are not what is measured.
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# = 1 ] || { echo "usage: bench/orchestrator.sh CLASS_PATH" >&2; exit 2; }
home=${JAVA_HOME:-$(./asktrail --print-java-home)}
built=$(mktemp -d)
trap 'rm -rf "$built"' EXIT
cp -r registry/src/main/resources/registry "$built/registry"
sed -i -E 's/rpm: [0-9]+, burst: [0-9]+/rpm: 60000000, burst: 1000000/' "$built"/registry/tools/*.yaml
"$home/bin/javac" -nowarn -d "$built" -cp "$1" bench/orchestrator/*.java
"$home/bin/java" -XX:+UseSerialGC -Xmx512m -Dasktrail.registry="$built/registry" -cp "$built:$1" Overhead
