-- The first answer to each key, stored in the transaction of the events that it speaks of.
create table idempotency_key (
  key         text        primary key,
  fingerprint text        not null,
  status      integer     not null,
  headers     json        not null,
  body        bytea       not null,
  created_at  timestamptz not null default now()
);

create index idempotency_key_age on idempotency_key (created_at);
