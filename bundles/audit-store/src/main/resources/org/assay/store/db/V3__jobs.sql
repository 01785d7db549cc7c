-- Which node does the work of a running audit, and until when it holds it.
alter table audit add column node varchar(36);
alter table audit add column held_until timestamp with time zone;
