create table audit (
  entity_type     text        not null,
  entity_id       text        not null,
  version         bigint      not null,
  name            text        not null,
  revision        integer     not null,
  recorded_at     timestamptz not null,
  actor           text,
  command         text,
  correlation_id  text,
  causation_id    text,
  trace_id        text,
  -- The text as stored; jsonb would rearrange it.
  payload         json        not null,
  -- The event's number in the log.
  position        bigint      not null,

  -- What the audit needs to prove itself: everything that is hashed, as it was recorded, and the hash. Events that were
  -- published before they were chained have none of it, and prove nothing.
  event_id        text,
  -- As recorded; entity_type is how the API writes it.
  aggregate_type  text,
  -- All of it; some of it also stands in columns of its own.
  metadata        json,
  hash            bytea,
  -- Where the payload above was brought up from an older revision: the revision and the text that were recorded.
  stored_revision integer,
  stored_payload  json,

  -- The message that led to the command that led to the event: for a saga's command, the event that it answers.
  command_cause   text,
  -- The fields that the event changed, with what they were before and after; null for an entity's first event.
  changes         json,
  -- The whole state after the event, for the first event and every 50 versions.
  state           json,
  -- The words of the payload that can be searched for; what is sealed is not among them.
  words           tsvector,

  primary key (entity_type, entity_id, version)
);

create index audit_by_entity_time on audit (entity_type, entity_id, recorded_at, version);
create index audit_by_correlation on audit (correlation_id, position);
create index audit_by_time on audit (recorded_at, position);
create index audit_by_actor on audit (actor, recorded_at, position);
create index audit_by_name on audit (name, recorded_at, position);
create index audit_by_type on audit (entity_type, recorded_at, position);
create index audit_by_words on audit using gin (words);
