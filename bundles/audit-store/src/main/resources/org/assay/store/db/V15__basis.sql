-- When the newest of an audit's snapshot and of the steps that made its packs active was taken: repeating it by that moment
-- gives the same. Null in what was kept before; the moment at which it was asked for stands for it.
alter table audit add column basis_at timestamp with time zone;
