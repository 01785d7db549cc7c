-- When, and by which rule, the facts of a snapshot or the verdicts of an audit were removed. The rows stay.
alter table snapshot add column removed_at timestamp with time zone;
alter table snapshot add column removed_because varchar(500);
alter table audit add column removed_at timestamp with time zone;
alter table audit add column removed_because varchar(500);
create index audit_of on audit (network, snapshot_number);

-- Which rows name a blob.
create index snapshot_facts on snapshot (facts);
create index audit_facts on audit (facts);
create index audit_part_matrix on audit_part (matrix);
create index pack_envelope on pack (envelope);
