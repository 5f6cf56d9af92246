create table transfer (
  transfer_id  uuid        primary key,
  source       uuid        not null,
  target       uuid        not null,
  amount       numeric     not null,
  currency     text        not null,
  status       text        not null,
  reason       text,
  requested_at timestamptz not null,
  updated_at   timestamptz not null,
  version      bigint      not null
);
