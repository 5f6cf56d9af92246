-- Events, in the order of their transactions. Payload and metadata are the text as written (json keeps it, jsonb would
-- not), readable with psql.
create table event (
  transaction_id  xid8        not null default pg_current_xact_id(),
  position        bigint      not null generated always as identity (cache 1),
  event_id        text        not null,
  aggregate_type  text        not null,
  aggregate_id    text        not null,
  sequence_number bigint      not null check (sequence_number >= 0),
  name            text        not null,
  revision        integer     not null,
  recorded_at     timestamptz not null,
  payload         json        not null,
  metadata        json        not null,
  -- The order in which readers see events: by transaction first, so that none becomes visible behind a reader that
  -- stops before the oldest transaction still running.
  primary key (transaction_id, position),
  constraint event_stream unique (aggregate_id, sequence_number)
);

-- One for each aggregate: a shorter way to its state. Never the truth, always safe to delete.
create table snapshot (
  aggregate_id    text        primary key,
  aggregate_type  text        not null,
  sequence_number bigint      not null,
  event_id        text        not null,
  name            text        not null,
  revision        integer,
  recorded_at     timestamptz not null,
  payload         json        not null,
  metadata        json        not null
);

-- How far the relay has come, for each topic: the dense number of the last acknowledged event and its place above.
create table relay (
  topic          text   primary key,
  number         bigint not null,
  transaction_id xid8   not null,
  position       bigint not null
);
