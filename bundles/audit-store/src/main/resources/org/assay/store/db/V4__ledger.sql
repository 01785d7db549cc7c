-- One row: the ledger's name and size, locked while an entry is appended.
create table ledger (
    id      integer      primary key,
    origin  varchar(200) not null,
    entries bigint       not null
);

-- Never changed, never deleted. body is canonical JSON; leaf is its hash in the tree of RFC 9162.
create table ledger_entry (
    entry_number  bigint      primary key,
    kind          varchar(40) not null,
    about         varchar(80) not null,
    body          text        not null,
    leaf          varchar(64) not null
);
create index ledger_entry_about on ledger_entry (kind, about, entry_number);
