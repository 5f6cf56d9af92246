-- What the audit needs to prove itself: everything that is hashed, as it was recorded, and the hash. Rows from before have
-- none of it, until the view is rebuilt, and prove nothing.
alter table audit
  add column event_id         text,
  -- As recorded; entity_type is how the API writes it.
  add column aggregate_type   text,
  -- All of it; some of it also stands in columns of its own.
  add column metadata         json,
  add column hash             bytea,
  -- Where the payload above was brought up from an older revision: the revision and the text that were recorded.
  add column stored_revision  integer,
  add column stored_payload   json;
