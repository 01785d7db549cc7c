-- What was announced of a case names it, so that it can still be told when there is no such case any more.
alter table webhook_announced alter column told set data type varchar(1000);
