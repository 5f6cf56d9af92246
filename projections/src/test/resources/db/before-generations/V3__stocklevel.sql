-- No check that available is not negative: that is the aggregate's rule. If it were ever broken, this view has to show
-- it rather than stop before it.
create table stocklevel (
  sku       text   not null,
  warehouse text   not null,
  on_hand   bigint not null,
  reserved  bigint not null,
  available bigint not null generated always as (on_hand - reserved) stored,
  version   bigint not null,
  primary key (sku, warehouse)
);
