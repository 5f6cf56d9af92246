create table ordersummary (
  order_id    uuid        primary key,
  reference   text,
  customer_id text,
  status      text        not null,
  name        text,
  street      text,
  city        text,
  postcode    text,
  country     text        not null,
  total       numeric     not null,
  currency    text        not null,
  line_count  integer     not null,
  lines       jsonb       not null,
  rejections  jsonb       not null default '[]',
  ordered_at  timestamptz not null,
  -- Of the first and of the last event.
  placed_at   timestamptz not null,
  updated_at  timestamptz not null,
  version     bigint      not null
);

-- Pages go from the newest order back, by a key that never changes.
create index ordersummary_newest on ordersummary (ordered_at desc, order_id desc);
create index ordersummary_of_status on ordersummary (status, ordered_at desc, order_id desc);
create index ordersummary_of_customer on ordersummary (customer_id, ordered_at desc, order_id desc)
  where customer_id is not null;
