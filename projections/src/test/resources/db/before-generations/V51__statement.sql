-- A line for each event that moves money between a customer and the shop, in one of the customer's two accounts.
create table statement (
  -- The event: whose it is, and its version.
  source_id   uuid        not null,
  version     bigint      not null,
  -- orders: what is owed for orders; wallet: what is in wallets.
  account     text        not null,
  -- The order or wallet.
  owner_id    uuid        not null,
  -- Missing for guests, and while the order that a payment is for has not reached the view.
  customer_id text,
  kind        text        not null,
  at          timestamptz not null,
  currency    text        not null,
  amount      numeric     not null,
  primary key (source_id, version)
);

create index statement_of_customer on statement (customer_id, account, currency, at, source_id, version) include (amount)
  where customer_id is not null;
create index statement_of_owner on statement (owner_id);
