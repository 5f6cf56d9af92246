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
  version     bigint      not null,
  -- The amendment that lines, total and address are of; 0 before the first.
  amendment   integer     not null default 0
);

-- One index for each filter that a list offers with each key that it is sorted by: a page is then one range of one index,
-- the ten-thousandth as well as the first. Each serves both directions. A customer has few orders, so that status and
-- country are looked at in the index alone; there may be any number of one status and country.
create index ordersummary_newest on ordersummary (ordered_at desc, order_id desc);
create index ordersummary_of_status on ordersummary (status, ordered_at desc, order_id desc);
create index ordersummary_of_customer on ordersummary (customer_id, ordered_at desc, order_id desc, status, country)
  where customer_id is not null;
create index ordersummary_of_country on ordersummary (country, ordered_at desc, order_id desc);
create index ordersummary_of_status_and_country on ordersummary (status, country, ordered_at desc, order_id desc);

create index ordersummary_placed on ordersummary (placed_at desc, order_id desc);
create index ordersummary_placed_of_status on ordersummary (status, placed_at desc, order_id desc);
create index ordersummary_placed_of_customer on ordersummary (customer_id, placed_at desc, order_id desc, status, country)
  where customer_id is not null;
create index ordersummary_placed_of_country on ordersummary (country, placed_at desc, order_id desc);
create index ordersummary_placed_of_status_and_country on ordersummary (status, country, placed_at desc, order_id desc);

create trigger forget_erased before insert or update on ordersummary for each row
  when (new.customer_id is not null
        and (new.name is not null or new.street is not null or new.city is not null or new.postcode is not null))
  execute function public.forget_erased();
