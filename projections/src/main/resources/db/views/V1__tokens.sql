-- How far each projection has come: Axon's token store, written in the transaction of a view's rows.
create table token_entry (
  processor_name text    not null,
  segment        integer not null,
  token          bytea,
  token_type     text,
  "timestamp"    text,
  owner          text,
  primary key (processor_name, segment)
);
