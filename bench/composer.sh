#!/usr/bin/env bash
# What an answer of two sources takes once its rows are there: joined, divided and told; then its picture. After
# `mvn verify -DskipTests`; the first argument is the class path of local's tests, as dependency:build-classpath writes it,
# with its own classes.
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# = 1 ] || { echo "usage: bench/composer.sh CLASS_PATH" >&2; exit 2; }
home=${JAVA_HOME:-$(./asktrail --print-java-home)}
built=$(mktemp -d)
trap 'rm -rf "$built"' EXIT
"$home/bin/javac" -nowarn -d "$built" -cp "$1" bench/composer/*.java
"$home/bin/java" -XX:+UseSerialGC -Xmx256m -Djava.awt.headless=true -cp "$built:$1" Composed
