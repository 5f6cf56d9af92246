-- That a search index was once made. If it is missing later, it was lost, and a new, empty one must not pass for it.
create table search_index (
  name    text        primary key,
  made_at timestamptz not null default now()
);

drop table ordersearch_index;

-- The documents of orders have more fields now. They are made again, from the first event: the index because there is no
-- mark of it, the positions and letters because they are of the one before.
delete from token_entry where processor_name = 'ordersearch';

do $$
begin
  if to_regclass('dead_letter') is not null then
    delete from dead_letter where processor = 'ordersearch';
    delete from dead_letter_sequence where processor = 'ordersearch';
  end if;
end
$$;
