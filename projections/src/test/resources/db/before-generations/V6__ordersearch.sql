-- That the search index was once made. If it is missing later, it was lost, and a new, empty one must not pass for it.
create table ordersearch_index (
  once    boolean     primary key default true check (once),
  made_at timestamptz not null default now()
);
