-- The amendment that a row's lines, total and address are of; 0 before the first.
alter table ordersummary add column amendment integer not null default 0;
