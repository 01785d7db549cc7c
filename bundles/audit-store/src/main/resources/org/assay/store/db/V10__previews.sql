-- Which previews the activation of a pack, or the plan for one, relied on. Rows are never removed.
create table pack_preview (
    digest    varchar(71)              not null references pack (digest),
    asked_at  timestamp with time zone not null,
    audit     varchar(36)              not null references audit (id),
    who       varchar(200)             not null,
    primary key (digest, asked_at, audit)
);
