-- What the service may do, as a role that does not own the schema: with events, read and add. Which transaction adds
-- them, and in what place, is not its to say, so those columns are left out. All other tables are its own to change,
-- those of later migrations too.
grant select, insert, update, delete on all tables in schema public to "${service-role}";
alter default privileges in schema public grant select, insert, update, delete on tables to "${service-role}";

revoke all on event, ${flyway:table} from "${service-role}";
grant select on event to "${service-role}";
grant insert (event_id, aggregate_type, aggregate_id, sequence_number, name, revision, recorded_at, payload, metadata,
              hash)
  on event to "${service-role}";
