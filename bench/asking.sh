#!/usr/bin/env bash
# What equal questions do once. The argument is the class path of local, as dependency:build-classpath writes it, with its
# own classes.
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# = 1 ] || { echo "usage: bench/asking.sh CLASS_PATH" >&2; exit 2; }
home=${JAVA_HOME:-$(./asktrail --print-java-home)}
built=$(mktemp -d)
trap 'rm -rf "$built"' EXIT
"$home/bin/javac" -nowarn -d "$built" -cp "$1" bench/asking/*.java
"$home/bin/java" -XX:+UseSerialGC -cp "$built:$1" io.asktrail.router.Once
