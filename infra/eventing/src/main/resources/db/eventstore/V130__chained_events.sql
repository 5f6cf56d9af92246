-- Each event carries a hash over its contents and its predecessor's hash in the same stream. What is hashed, byte by byte,
-- stands in docs/audit-format.md. The service makes the hashes; these functions fill in those of events from before, and
-- let anybody with psql check one.

-- A text as the chain has it: how many bytes, then the bytes, in UTF-8. Nothing passes for its neighbour's part.
create function chained_text(content text) returns bytea immutable language sql as $$
  select int4send(coalesce(octet_length(convert_to(content, 'UTF8')), -1)) || coalesce(convert_to(content, 'UTF8'), '\x')
$$;

create function event_hash(previous bytea, aggregate_type text, aggregate_id text, sequence_number bigint, event_id text,
                           name text, revision integer, recorded_at timestamptz, payload json, metadata json)
  returns bytea stable language sql as $$
  select sha256(
           chained_text('waybill-chain/1') || previous
           || chained_text(aggregate_type) || chained_text(aggregate_id) || chained_text(sequence_number::text)
           || chained_text(event_id) || chained_text(name) || chained_text(revision::text)
           || chained_text(to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
           || chained_text(payload::text)
           || chained_text(count(*)::text)
           || coalesce(string_agg(chained_text(entry.key) || chained_text(entry.value), ''::bytea
                                  order by entry.key collate "C"), '\x'))
    from json_each_text(metadata) entry
$$;

alter table event add column hash bytea;

-- The one time that rows are changed: by the owner, in the transaction of this migration, and nothing but the new column.
alter table event disable trigger event_stays;

do $$
declare
  one event;
  stream text;
  version bigint;
  previous bytea;
begin
  for one in select * from event order by aggregate_id, sequence_number loop
    if one.aggregate_id is distinct from stream or one.sequence_number <> version + 1 then
      previous := decode(repeat('00', 32), 'hex');
    end if;
    previous := event_hash(previous, one.aggregate_type, one.aggregate_id, one.sequence_number, one.event_id, one.name,
                           one.revision, one.recorded_at, one.payload, one.metadata);
    update event set hash = previous where transaction_id = one.transaction_id and position = one.position;
    stream := one.aggregate_id;
    version := one.sequence_number;
  end loop;
end
$$;

alter table event enable always trigger event_stays;
alter table event alter column hash set not null;
