#!/usr/bin/env bash
# What a statement costs before it is sent, and what a result of 200,000 rows takes of memory. After `mvn verify -DskipTests`;
# the first argument is the class path of agent-sales' tests, as dependency:build-classpath writes it, with its own classes.
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# = 1 ] || { echo "usage: bench/querying.sh CLASS_PATH" >&2; exit 2; }
home=$(./asktrail --print-java-home)
built=$(mktemp -d)
trap 'rm -rf "$built"' EXIT
"$home/bin/javac" -nowarn -d "$built" -cp "$1" bench/querying/*.java
"$home/bin/java" -cp "$built:$1" io.asktrail.querying.StatementCost
# Idle takes about 13 MiB: a heap of 77 leaves 64 for the result and all that is made on the way to it.
"$home/bin/java" -XX:+UseSerialGC -Xmx77m -cp "$built:$1" io.asktrail.querying.LongResult
