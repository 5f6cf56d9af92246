-- Axon's tables, in our names: positions, sagas and what they are found by.
create table token_entry (
  processor_name text    not null,
  segment        integer not null,
  token          bytea,
  token_type     text,
  "timestamp"    text,
  owner          text,
  primary key (processor_name, segment)
);

create table saga_entry (
  saga_id         text  primary key,
  saga_type       text  not null,
  revision        text,
  serialized_saga bytea not null
);

create table association_value_entry (
  id                bigint generated always as identity primary key,
  association_key   text not null,
  association_value text not null,
  saga_id           text not null,
  saga_type         text not null
);

create index association_value_entry_search on association_value_entry (association_value, association_key, saga_type);
create index association_value_entry_saga on association_value_entry (saga_id);
