-- The keys under which personal data in events is sealed, outside of the log: with the key what was sealed is gone, and no
-- event is changed. Of an erased subject only stays that it was erased, so that nobody makes a new key for it.
create table personal_key (
  -- customer:<number> or order:<id>
  subject    text        primary key,
  key        bytea       check (octet_length(key) = 32),
  created_at timestamptz not null default now(),
  erased_at  timestamptz,
  check ((key is null) = (erased_at is not null))
);
