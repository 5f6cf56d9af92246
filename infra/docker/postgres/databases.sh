#!/bin/sh
# Runs once, when the server's data directory is made: a database and a role for each service that keeps data, and a role
# that may only read the views. The events have an owner, who migrates, and a role for the service, whose rights the
# migrations grant. Passwords come from the environment.
set -eu
psql --no-psqlrc --quiet -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  -v events="$WAYBILL_EVENTS_PASSWORD" -v commands="$WAYBILL_COMMANDS_PASSWORD" -v sagas="$WAYBILL_SAGAS_PASSWORD" \
  -v views="$WAYBILL_VIEWS_PASSWORD" -v query="$WAYBILL_QUERY_PASSWORD" <<'SQL'
create role waybill_events login password :'events';
create role waybill_commands login password :'commands';
create role waybill_sagas login password :'sagas';
create role waybill_views login password :'views';
create role waybill_query login password :'query';

create database waybill_events owner waybill_events;
create database waybill_sagas owner waybill_sagas;
create database waybill_views owner waybill_views;
revoke all on database waybill_events, waybill_sagas, waybill_views from public;

grant connect on database waybill_events to waybill_commands;
grant connect on database waybill_views to waybill_query;
\connect waybill_views
grant usage on schema public to waybill_query;
alter default privileges for role waybill_views in schema public grant select on tables to waybill_query;
SQL
