-- Which node is at work on what a key was used for, and until when it holds it: the others leave it alone so long.
alter table reply add column node varchar(36);
alter table reply add column held_until timestamp with time zone;
