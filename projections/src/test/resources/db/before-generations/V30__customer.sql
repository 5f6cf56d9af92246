create table customer (
  customer_id   text        primary key,
  erased        boolean     not null,
  name          text,
  email         text,
  phone         text,
  -- Of the address: whom parcels are addressed to, and where to.
  recipient     text,
  street        text,
  city          text,
  postcode      text,
  country       text,
  -- Missing for one who only ever ordered, and was erased.
  registered_at timestamptz,
  updated_at    timestamptz not null,
  version       bigint      not null
);
