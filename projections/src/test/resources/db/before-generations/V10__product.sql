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
