-- What is written stays: the database itself refuses to change or to remove an event, whoever asks.
create function event_stays() returns trigger language plpgsql as $$
begin
  raise exception 'events are only ever appended: % of the table event is refused', lower(tg_op)
    using errcode = 'restrict_violation';
end
$$;

create trigger event_stays before update or delete or truncate on event
  for each statement execute function event_stays();
alter table event enable always trigger event_stays;

-- An append announces itself with a shared lock before its transaction has an id, and keeps the lock until its rows are
-- visible or gone. By that event_horizon tells the transactions that append from all others on the server. A transaction
-- that has an id may have had it for long; with it an event could be ordered before an older one of its aggregate, so
-- the append has to be the first write of its transaction.
create function event_append_begins() returns trigger language plpgsql as $$
declare
  taken text;
begin
  if pg_current_xact_id_if_assigned() is not null then
    raise exception 'an append of events must be the first write of its transaction, and its only append'
      using errcode = 'object_not_in_prerequisite_state';
  end if;
  -- Assigned, because "perform" would be a query of its own, which costs more than the lock.
  taken := pg_advisory_xact_lock_shared(tg_relid::integer, 0);
  return null;
end
$$;

create trigger event_append_begins before insert on event
  for each statement execute function event_append_begins();
alter table event enable always trigger event_append_begins;

-- The first transaction id that a reader may not see yet: that of the oldest append in flight, or else of the first
-- transaction that the calling statement's snapshot does not know. In flight is what the snapshot says, less those whose
-- own entry in pg_locks shows that they hold no append's lock; one without any entry is about to get one, or has just
-- ended, and counts as an append. All locks come from one look at pg_locks, in which the lock table stands still. They
-- are matched by process: a transaction that ends loses its virtual id before its locks, and in the midst of such a look.
-- (A prepared transaction has no process, and counts as an append.)
--
-- Stable on purpose: so it works with the snapshot of the statement that calls it, whose rows it bounds.
create function event_horizon() returns xid8 stable language plpgsql as $$
declare
  seen constant pg_snapshot := pg_current_snapshot();
  oldest_append xid8;
begin
  if pg_snapshot_xmin(seen) < pg_snapshot_xmax(seen) then
    with held as materialized (
      select locktype, database, classid, objid, objsubid, transactionid, mode, pid
        from pg_locks
       where granted and locktype in ('transactionid', 'advisory')
    ), append as (
      select pid
        from held
       where locktype = 'advisory' and classid = 'event'::regclass and objid = 0 and objsubid = 2
         and database = (select oid from pg_database where datname = current_database())
    )
    select min(flying)
      into oldest_append
      from pg_snapshot_xip(seen) flying
     where not exists (
             select from held
              where locktype = 'transactionid' and mode = 'ExclusiveLock' and transactionid = flying::xid
                and pid is not null and pid not in (select pid from append where pid is not null));
  end if;
  -- The caller's own transaction, if it writes, is not in its snapshot. (least passes over nulls.)
  return least(pg_snapshot_xmax(seen), oldest_append, pg_current_xact_id_if_assigned());
end
$$;

-- Whoever meets an event a second time knows it by this.
alter table event add constraint event_identity unique (event_id);

-- Checked by the engine: PostgreSQL prepares a check anew for each statement, which costs a short append a tenth.
alter table event drop constraint event_sequence_number_check;
