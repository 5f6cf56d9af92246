-- One index for each filter that a list offers with each key that it is sorted by: a page is then one range of one index,
-- the ten-thousandth as well as the first. Each serves both directions.

-- Orders, by when they were ordered or placed. A customer has few orders, so that status and country are looked at in the
-- index alone; there may be any number of one status and country.
drop index ordersummary_of_customer;
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

create index product_by_name on product (name, sku);
create index product_of_status on product (status, sku);
create index product_of_status_by_name on product (status, name, sku);

create index stocklevel_by_available on stocklevel (available, sku, warehouse);
create index stocklevel_of_warehouse on stocklevel (warehouse, sku);
create index stocklevel_of_warehouse_by_available on stocklevel (warehouse, available, sku);
