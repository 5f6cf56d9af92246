create table salesreport (
  order_id    uuid        not null,
  line        integer     not null,
  ordered_at  timestamptz not null,
  country     text        not null,
  customer_id text,
  sku         text        not null,
  description text        not null,
  quantity    integer     not null,
  -- Rounded to the currency's minor unit, as the order's total adds them up.
  total       numeric     not null,
  currency    text        not null,
  primary key (order_id, line)
);

create index salesreport_by_time on salesreport (ordered_at);
