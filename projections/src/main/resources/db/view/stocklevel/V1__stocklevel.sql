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

-- One index for each filter that the list offers with each key that it is sorted by.
create index stocklevel_by_available on stocklevel (available, sku, warehouse);
create index stocklevel_of_warehouse on stocklevel (warehouse, sku);
create index stocklevel_of_warehouse_by_available on stocklevel (warehouse, available, sku);
