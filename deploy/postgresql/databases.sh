#!/usr/bin/env bash
# Run once, by the PostgreSQL image, when its data folder is new: a database and an owner each for Hehuo and for Keycloak.
set -euo pipefail
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" \
  -v hehuo="$HEHUO_DATABASE_PASSWORD" -v keycloak="$KEYCLOAK_DATABASE_PASSWORD" <<'SQL'
create role hehuo login password :'hehuo';
create role keycloak login password :'keycloak';
create database hehuo owner hehuo;
create database keycloak owner keycloak;
-- Neither may so much as enter the other's.
revoke connect on database hehuo, keycloak from public;
SQL
