-- Who approved a pack, and for when its activation is planned.
alter table pack add column approved_at timestamp with time zone;
alter table pack add column approved_by varchar(200);
alter table pack add column planned_for timestamp with time zone;
alter table pack add column planned_rollback boolean;
alter table pack add column planned_by varchar(200);
alter table pack add column planned_at timestamp with time zone;
create index pack_planned on pack (planned_for);

-- Who ever made a token of a name; kept when the token goes.
create table token_maker (
    name   varchar(63)  not null,
    maker  varchar(200) not null,
    primary key (name, maker)
);
insert into token_maker (name, maker) select name, created_by from token;
