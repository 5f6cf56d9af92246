-- A replay through a projection's code of which nothing is kept but this.
create table dry_run (
  dry_run_id  uuid        primary key,
  projection  text        not null,
  -- RUNNING, DONE, FAILED or CANCELLED.
  state       text        not null,
  -- The numbers of the events, both included.
  first_event bigint      not null,
  last_event  bigint      not null,
  asked_at    timestamptz not null default now(),
  asked_by    text        not null,
  -- When the node that runs it was last heard of.
  seen_at     timestamptz not null default now(),
  started_at  timestamptz,
  ended_at    timestamptz,
  done        bigint      not null default 0,
  errors      bigint      not null default 0,
  examples    jsonb       not null default '[]',
  detail      text
);

create index dry_run_of_projection on dry_run (projection, asked_at);

-- One at a time, whichever copy of the service is asked.
create unique index dry_run_running on dry_run (state) where state = 'RUNNING';

-- Rows of single aggregates that are to be made anew.
create table repair (
  repair_id  uuid        primary key,
  projection text        not null,
  asked_at   timestamptz not null default now(),
  asked_by   text        not null,
  reason     text
);

create table repair_item (
  repair_id    uuid        not null references repair,
  aggregate_id text        not null,
  -- WAITING, DONE or FAILED.
  state        text        not null default 'WAITING',
  not_before   timestamptz not null default now(),
  ended_at     timestamptz,
  -- How many events its rows are made of, or why they are as they were.
  detail       text,
  primary key (repair_id, aggregate_id)
);

create index repair_item_waiting on repair_item (not_before, repair_id, aggregate_id) where state = 'WAITING';
