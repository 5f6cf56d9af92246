-- Which wallets there are, written in the transaction of the event: who asks for a transfer is told of a wrong one at once.
create table known_wallet (
  wallet_id uuid primary key,
  currency  text not null
);
