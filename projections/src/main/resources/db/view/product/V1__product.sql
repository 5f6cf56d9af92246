create table product (
  sku           text        primary key,
  name          text        not null,
  price         numeric     not null,
  currency      text        not null,
  status        text        not null,
  registered_at timestamptz not null,
  updated_at    timestamptz not null,
  version       bigint      not null
);

-- One index for each filter that a list offers with each key that it is sorted by: a page is then one range of one index,
-- the ten-thousandth as well as the first. Each serves both directions.
create index product_by_name on product (name, sku);
create index product_of_status on product (status, sku);
create index product_of_status_by_name on product (status, name, sku);
