#!/usr/bin/env bash
# Makes the secrets that docker-compose.yml hands out, one a file; what is there already stays as it is.
# The folder is closed to other users of this machine. The files in it are readable, because a container reads its own
# under a user id that this machine does not know.
set -euo pipefail
umask 077

folder=${1:-$(cd "$(dirname "$0")" && pwd)/secrets}
mkdir -p "$folder"
chmod 700 "$folder"

random() {
    head -c 32 /dev/urandom | base64 | tr -d '\n'
}

# A file appears whole or not at all.
make() {
    local file=$folder/$1
    if [[ ! -s $file ]]; then
        cat >"$file.new"
        chmod 444 "$file.new"
        mv -f "$file.new" "$file"
        echo "made $file"
    fi
}

for role in postgres asktrail_state asktrail_router asktrail_loader asktrail_sales asktrail_ads asktrail_ads_sync; do
    random | tr '+/' '-_' | tr -d '=' | make "$role.password"
done
for key in login orchestrator agent-router agent-planner agent-ads agent-sales agent-compute agent-composer agent-insights agent-files; do
    random | make "$key.key"
done
