-- What an audit supposes instead of what is, as JSON; null for what is.
alter table audit add column trial text;
