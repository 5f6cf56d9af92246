-- What the command side has to know at once to check an order: written in the transaction of the events, never a view.
create table known_product (
  sku      text    primary key,
  name     text    not null,
  price    numeric not null,
  currency text    not null
);

create table stock_source (
  sku       text   not null,
  warehouse text   not null,
  since     bigint not null generated always as identity (cache 1),
  primary key (sku, warehouse)
);
