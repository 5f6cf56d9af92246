create table audit (
  entity_type    text        not null,
  entity_id      text        not null,
  version        bigint      not null,
  name           text        not null,
  revision       integer     not null,
  recorded_at    timestamptz not null,
  actor          text,
  command        text,
  correlation_id text,
  causation_id   text,
  trace_id       text,
  -- The text as stored; jsonb would rearrange it.
  payload        json        not null,
  -- The event's number in the log.
  position       bigint      not null,
  primary key (entity_type, entity_id, version)
);
