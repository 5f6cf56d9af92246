-- A product that is not sold any more stays known: there may be stock of it, and orders.
alter table known_product add column discontinued boolean not null default false;
