-- Where each saga stands, written in its own transaction; kept when it has ended.
create table saga_progress (
  saga_type text                     not null,
  id        text                     not null,
  step      text                     not null,
  since     timestamp with time zone not null,
  waits_for text,
  due_at    timestamp with time zone,
  overdue   integer                  not null,
  undone    text[]                   not null,
  reasons   text[]                   not null,
  ended_at  timestamp with time zone,
  primary key (saga_type, id)
);

-- Those that wait longer than they should: few, among all that there ever were.
create index saga_progress_due on saga_progress (due_at) where ended_at is null;
create index saga_progress_overdue on saga_progress (saga_type, id) where ended_at is null and overdue > 0;
