-- Keys that packs may be signed with. Rows are never removed: a key that was revoked stays so. regimes: patterns, by commas.
create table pack_key (
    id             varchar(64)              primary key,
    public_key     varchar(4096)            not null,
    label          varchar(500)             not null,
    regimes        varchar(4000)            not null,
    counts_from    timestamp with time zone not null,
    counts_until   timestamp with time zone,
    added_at       timestamp with time zone not null,
    added_by       varchar(200)             not null,
    revoked_at     timestamp with time zone,
    revoked_by     varchar(200),
    revoke_reason  varchar(500)
);
