-- Asks, in one round trip, for the first answer to a key and for the right to give it. A lock that ends with the
-- transaction tells a request under way, on whatever node; it writes nothing and takes no transaction id. Each statement
-- of a volatile function sees what was committed before it began, so with the lock in hand nothing can be missed.
create function claim_idempotency_key(
  asked text, out free boolean, out fingerprint text, out status integer, out headers json, out body bytea)
language plpgsql volatile as $$
begin
  free := pg_try_advisory_xact_lock(hashtextextended('key:' || asked, 0));
  select k.fingerprint, k.status, k.headers, k.body into fingerprint, status, headers, body
    from idempotency_key k where k.key = asked;
end
$$;
