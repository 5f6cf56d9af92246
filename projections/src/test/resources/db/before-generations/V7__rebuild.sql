create table rebuild (
  rebuild_id         uuid        primary key,
  projection         text        not null,
  state              text        not null,
  asked_at           timestamptz not null default now(),
  replaying_since    timestamptz,
  ended_at           timestamptz,
  -- The number of the last event on the log when the view was emptied: how far the rebuild has to go.
  total              bigint,
  rows_before        bigint,
  checksum_before    numeric,
  -- The log position that the rows before (after) are exactly of, where that can be said.
  position_before    bigint,
  rows_after         bigint,
  checksum_after     numeric,
  position_after     bigint,
  detail             text
);

-- One at a time for each projection, whichever copy of the service is asked.
create unique index rebuild_running on rebuild (projection) where state in ('PREPARING', 'REPLAYING');
