-- What an event changed, and what led to it: history can be travelled, searched, and followed from one entity to the next.
alter table audit
  -- The message that led to the command that led to the event: for a saga's command, the event that it answers.
  add column command_cause text,
  -- The fields that the event changed, with what they were before and after; null for an entity's first event.
  add column changes json,
  -- The whole state after the event, for the first event and every 50 versions.
  add column state json,
  -- The words of the payload that can be searched for; what is sealed is not among them.
  add column words tsvector;

create index audit_by_entity_time on audit (entity_type, entity_id, recorded_at, version);
create index audit_by_correlation on audit (correlation_id, position);
create index audit_by_time on audit (recorded_at, position);
create index audit_by_actor on audit (actor, recorded_at, position);
create index audit_by_name on audit (name, recorded_at, position);
create index audit_by_type on audit (entity_type, recorded_at, position);
create index audit_by_words on audit using gin (words);

-- What is there already is told again from the first event on, as soon as the service has started.
insert into rebuild (rebuild_id, projection, state)
select gen_random_uuid(), 'audit', 'PREPARING'
 where exists (select from audit)
    on conflict do nothing;
