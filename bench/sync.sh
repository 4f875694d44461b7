#!/usr/bin/env bash
# How long the first sync takes: the demo's whole retained window from the sandbox. The argument is the class path of
# agent-ads' tests, as dependency:build-classpath writes it, with its own classes.
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# = 1 ] || { echo "usage: bench/sync.sh CLASS_PATH" >&2; exit 2; }
home=${JAVA_HOME:-$(./asktrail --print-java-home)}
built=$(mktemp -d)
trap 'rm -rf "$built"' EXIT
"$home/bin/javac" -nowarn -d "$built" -cp "$1" bench/sync/*.java
"$home/bin/java" -Xmx512m -cp "$built:$1" io.asktrail.ads.sync.SyncOnce
