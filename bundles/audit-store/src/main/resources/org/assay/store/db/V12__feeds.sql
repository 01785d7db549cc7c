-- Secrets that open the calendar of one network; only their hashes. Left out of back-ups.
create table feed (
    network     varchar(63)              not null references network (id),
    name        varchar(63)              not null,
    hash        varchar(80)              not null,
    created_at  timestamp with time zone not null,
    created_by  varchar(200)             not null,
    primary key (network, name)
);
