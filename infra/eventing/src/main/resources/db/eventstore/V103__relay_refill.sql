-- Which topic was filled up to the number: one that was deleted and made again has another id. And who, if anybody, asked
-- to have it made anew.
alter table relay
  add column topic_id        text,
  add column refill_asked_by text,
  add column refill_asked_at timestamptz;
