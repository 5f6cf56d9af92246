-- A stock remembers more than it did. Snapshots of the old shape go; the next one is made from the events.
delete from snapshot where aggregate_type = 'Stock';
