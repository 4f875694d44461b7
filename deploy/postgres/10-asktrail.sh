#!/usr/bin/env bash
# The databases of the suite and the roles of its services, each with the least it needs; the same that
# io.asktrail.postgres.DatabaseProvision makes on a laptop. PostgreSQL runs it when its volume is empty. It may run
# again, after a password was changed or to add what is missing:
#   docker compose exec --user postgres postgres /docker-entrypoint-initdb.d/10-asktrail.sh
set -euo pipefail

superuser=(psql --no-psqlrc --quiet --tuples-only --no-align --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}")

# Passwords are read by psql itself: they are in no argument and no variable of a process.
role() {
    "${superuser[@]}" --dbname postgres --set role="$1" <<'SQL'
\set password `cat /run/secrets/:role.password`
SELECT format('CREATE ROLE %I', :'role') WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'role') \gexec
ALTER ROLE :"role" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD :'password';
SQL
}

database() {
    "${superuser[@]}" --dbname postgres --set name="$1" --set owner="$2" <<'SQL'
SELECT format('CREATE DATABASE %I', :'name') WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'name') \gexec
ALTER DATABASE :"name" OWNER TO :"owner";
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
}

# What is there and what the owner makes later, in any schema.
reader() {
    "${superuser[@]}" --dbname "$1" --set name="$1" --set owner="$2" --set reader="$3" <<'SQL'
GRANT CONNECT ON DATABASE :"name" TO :"reader";
ALTER DEFAULT PRIVILEGES FOR ROLE :"owner" GRANT USAGE ON SCHEMAS TO :"reader";
ALTER DEFAULT PRIVILEGES FOR ROLE :"owner" GRANT SELECT ON TABLES TO :"reader";
GRANT USAGE ON SCHEMA public TO :"reader";
GRANT SELECT ON ALL TABLES IN SCHEMA public TO :"reader";
SQL
}

"${superuser[@]}" --dbname postgres <<'SQL'
REVOKE ALL ON DATABASE postgres FROM PUBLIC;
REVOKE ALL ON DATABASE template1 FROM PUBLIC;
SQL

for name in asktrail_state asktrail_router asktrail_loader asktrail_sales asktrail_ads asktrail_ads_sync; do
    role "$name"
done

"${superuser[@]}" --dbname postgres <<'SQL'
ALTER ROLE asktrail_sales SET default_transaction_read_only = on;
ALTER ROLE asktrail_ads SET default_transaction_read_only = on;
SQL

database asktrail asktrail_state
database router asktrail_router
database warehouse asktrail_loader
database warehouse_orders asktrail_loader
database ads asktrail_loader
database ads_orders asktrail_loader

reader warehouse asktrail_loader asktrail_sales
reader warehouse_orders asktrail_loader asktrail_sales
reader ads asktrail_loader asktrail_ads
reader ads_orders asktrail_loader asktrail_ads

# The sync writes what the tables' owner grants it, and makes none.
"${superuser[@]}" --dbname postgres <<'SQL'
GRANT CONNECT ON DATABASE ads, ads_orders TO asktrail_ads_sync;
SQL

# For the neighbours of questions; without it the search is done in the service.
"${superuser[@]}" --dbname router <<'SQL'
SELECT 'CREATE EXTENSION IF NOT EXISTS vector' FROM pg_available_extensions WHERE name = 'vector' \gexec
SQL
