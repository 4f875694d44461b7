#!/usr/bin/env bash
# How long until the page takes a question, with Asktrail up and nothing else to do on the machine. After
# `mvn verify -DskipTests`; the first argument is the class path of evals' tests, as dependency:build-classpath writes it.
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# = 1 ] || { echo "usage: bench/page.sh CLASS_PATH" >&2; exit 2; }
home=${JAVA_HOME:-$(./asktrail --print-java-home)}
data=${ASKTRAIL_HOME:-.asktrail}
built=$(mktemp -d)
trap 'rm -rf "$built"' EXIT
"$home/bin/javac" -nowarn -d "$built" -cp "$1" bench/page/*.java
"$home/bin/java" -cp "$built:$1" PageUsable "http://127.0.0.1:$(sed -n 's/^port=//p' "$data/run/ready")" \
    "$data/run/owner.token" "$(command -v chromium || command -v chromium-browser || command -v google-chrome)"
