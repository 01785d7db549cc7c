-- Which regimes a network is audited under again and again, and which node is at it. regimes: ids, by commas.
create table standing (
    network     varchar(63)              primary key references network (id),
    regimes     varchar(4000)            not null,
    set_at      timestamp with time zone not null,
    set_by      varchar(200)             not null,
    audit       varchar(36)              references audit (id),
    problem     text,
    node        varchar(36),
    held_until  timestamp with time zone
);
