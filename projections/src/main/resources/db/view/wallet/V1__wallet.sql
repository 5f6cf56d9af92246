-- No check that nothing is below zero: that is the aggregate's rule, and if it were ever broken this view has to show it.
create table wallet (
  wallet_id   uuid        primary key,
  customer_id text,
  currency    text        not null,
  balance     numeric     not null,
  held        numeric     not null,
  available   numeric     not null generated always as (balance - held) stored,
  status      text        not null,
  opened_at   timestamptz not null,
  updated_at  timestamptz not null,
  version     bigint      not null
);
