-- A view lives in numbered generations: generation 3 of ordersummary is the schema ordersummary_3, which the scripts of
-- db/view/ordersummary make. Readers see the one that serves, by plain SQL views in this schema. What is here is shared by
-- all generations.

-- What an older release kept here goes, with how far it had come and what it had parked: as in a new installation, the
-- views fill from the log by themselves.
drop table if exists ordersummary, stocklevel, salesreport, audit, fulfilment, product, wallet, transfer, customer,
                     statement, ordersearch_index, search_index, rebuild;
delete from token_entry;

do $$
begin
  if to_regclass('dead_letter') is not null then
    delete from dead_letter;
    delete from dead_letter_sequence;
  end if;
end
$$;

-- Who was erased. All generations share it, and no rebuild empties it: who was erased stays so.
create table if not exists erased_customer (
  customer_id text primary key
);

-- Whatever a writer does, and however late, and with whatever key it still had in memory: of an erased customer no row shows
-- anything personal. (A row that is written while the erasure is: see the lock that the erasure takes.)
create or replace function forget_erased() returns trigger language plpgsql as $$
begin
  if exists (select from public.erased_customer where customer_id = new.customer_id) then
    new.name := null;
    new.street := null;
    new.city := null;
    new.postcode := null;
  end if;
  return new;
end
$$;

create table generation (
  view       text        not null,
  number     integer     not null,
  -- MAKING, BUILDING, SERVING, KEPT, DROPPING, DROPPED.
  state      text        not null,
  made_at    timestamptz not null default now(),
  -- It was decided that this one is to serve; it is repeated until it does.
  to_serve   boolean     not null default false,
  -- Of one that served: how long it goes on following, so that it can serve again.
  kept_until timestamptz,
  -- No node works on it until then, so that somebody may have it for himself. Ends by itself, whatever becomes of him.
  held_until timestamptz,
  primary key (view, number)
);

create unique index generation_serving on generation (view) where state = 'SERVING';

-- The projections that are not to follow.
create table paused (
  view      text        primary key,
  paused_at timestamptz not null default now(),
  paused_by text        not null,
  reason    text
);

create table rebuild (
  rebuild_id        uuid        primary key,
  number            bigint      not null generated always as identity unique,
  projection        text        not null,
  mode              text        not null,
  switch_when       text        not null,
  segments          integer     not null,
  -- The throttle; none where it is missing.
  events_per_second integer,
  state             text        not null,
  -- Where it goes on from PAUSED or FAILED.
  resume_state      text,
  asked_at          timestamptz not null default now(),
  asked_by          text        not null,
  reason            text,
  -- What the request called itself, so that asking once more is no second rebuild.
  idempotency_key   text,
  started_at        timestamptz,
  ended_at          timestamptz,
  -- The generation that it builds, or, in place, the one that it builds anew.
  generation        integer,
  -- The number of the last event on the log when it began, and the event that it had come to when it ended.
  total             bigint,
  done              bigint,
  rows_before       bigint,
  checksum_before   numeric,
  rows_after        bigint,
  checksum_after    numeric,
  -- How many keys differ, and some of them; null where the two cannot be compared.
  differing         bigint,
  examples          text[],
  compared_columns  text[],
  failure_number    bigint,
  failure_event     text,
  failure_aggregate text,
  failure_cause     text
);

-- One at a time for each projection, whichever copy of the service is asked.
create unique index rebuild_running on rebuild (projection) where ended_at is null;
create unique index rebuild_asked on rebuild (projection, idempotency_key);
create index rebuild_of_projection on rebuild (projection, number);

-- What operators did, for ever.
create table operation (
  operation_id bigint      primary key generated always as identity,
  at           timestamptz not null default now(),
  actor        text        not null,
  action       text        not null,
  projection   text        not null,
  reason       text,
  detail       text
);

create index operation_of_projection on operation (projection, operation_id);
