-- For every service that consumes events, beside its own tables. Repeatable, so that it has no version to fit between
-- those of the service; each statement does nothing where it was done before.

-- Whoever works on a sequence of letters locks its row here: the processor that adds to it, the operator who retries.
create table if not exists dead_letter_sequence (
  processor text not null,
  sequence  text not null,
  primary key (processor, sequence)
);

-- Events that a processor could not digest, and those that queue behind them. The cause is null for the latter.
create table if not exists dead_letter (
  processor       text        not null,
  number          bigint      not null,
  sequence        text        not null,
  event_id        text        not null,
  aggregate_type  text        not null,
  aggregate_id    text        not null,
  sequence_number bigint      not null,
  name            text        not null,
  revision        text,
  recorded_at     timestamptz not null,
  payload         bytea       not null,
  -- Not jsonb, which refuses a character that text in JSON may have.
  metadata        json        not null,
  cause_type      text,
  cause_message   text,
  cause_stack     text,
  parked_at       timestamptz not null default now(),
  attempts        integer     not null default 0,
  last_attempt_at timestamptz,
  primary key (processor, number),
  foreign key (processor, sequence) references dead_letter_sequence
);

-- Of an event that was published before events were chained there is none.
alter table dead_letter add column if not exists hash bytea;

create index if not exists dead_letter_sequence_number on dead_letter (processor, sequence, number);

-- What an operator decided to do without, and why. Kept for ever.
create table if not exists discarded_letter (
  discarded_id    bigint generated always as identity primary key,
  like dead_letter,
  reason          text        not null,
  actor           text        not null,
  discarded_at    timestamptz not null default now()
);

alter table discarded_letter add column if not exists hash bytea;

create index if not exists discarded_letter_processor on discarded_letter (processor, discarded_id);

-- Records on the topic that no relay wrote.
create table if not exists stranger_record (
  topic         text        not null,
  partition     integer     not null,
  record_offset bigint      not null,
  record_key    text,
  value         bytea,
  headers       text        not null,
  cause         text        not null,
  met_at        timestamptz not null default now(),
  primary key (topic, partition, record_offset)
);
