-- Who was erased. All views share it, and no rebuild empties it: who was erased stays so.
create table erased_customer (
  customer_id text primary key
);

-- Whatever a writer does, and however late, and with whatever key it still had in memory: of an erased customer no row shows
-- anything personal. (A row that is written while the erasure is: see the lock that the erasure takes.)
create function forget_erased() returns trigger language plpgsql as $$
begin
  if exists (select from erased_customer where customer_id = new.customer_id) then
    new.name := null;
    new.street := null;
    new.city := null;
    new.postcode := null;
  end if;
  return new;
end
$$;

create trigger forget_erased before insert or update on ordersummary for each row
  when (new.customer_id is not null
        and (new.name is not null or new.street is not null or new.city is not null or new.postcode is not null))
  execute function forget_erased();
