-- What each aggregate has to do with an order, one row for each of them: several aggregates move an order on, in no order
-- among themselves, and a row of its own, guarded by its own version, keeps each of them right.
create table fulfilment (
  order_id uuid   not null,
  -- order, stock, payment, shipment or return.
  kind     text   not null,
  id       text   not null,
  state    jsonb  not null,
  version  bigint not null,
  primary key (order_id, kind, id)
);

-- What is asked for without its order. Stock never is.
create index fulfilment_by_id on fulfilment (id, kind) where kind in ('payment', 'shipment', 'return');
