#!/usr/bin/env bash
# How long a question takes to be read, and what the index of names costs, from 1,000 to 1,000,000 campaign names. After
# `mvn verify -DskipTests`; the first argument is the class path of agent-router, as dependency:build-classpath writes it,
# with its own classes; what follows goes to JMH (`-p names=1000,100000 ReadingBenchmark`). MVN names another Maven.
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -ge 1 ] || { echo "usage: bench/router.sh CLASS_PATH [JMH_OPTION…]" >&2; exit 2; }
classes=$1
shift
home=${JAVA_HOME:-$(./asktrail --print-java-home)}
built=$(mktemp -d)
trap 'rm -rf "$built"' EXIT
${MVN:-mvn} -q -f bench/router/pom.xml dependency:build-classpath -Dmdep.outputFile="$built/jmh.txt"
path="$classes:$(cat "$built/jmh.txt")"
"$home/bin/javac" -nowarn -proc:full -d "$built" -cp "$path" bench/router/*.java
"$home/bin/java" -cp "$built:$path" org.openjdk.jmh.Main -jvmArgs "-XX:+UseSerialGC -Xmx4g" "$@"
