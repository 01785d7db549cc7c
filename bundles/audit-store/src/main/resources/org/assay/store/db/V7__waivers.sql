-- Waivers. Days are civil days in the regime's time zone.
create table waiver (
    id                 varchar(36)              primary key,
    network            varchar(63)              not null references network (id),
    regime             varchar(63)              not null references regime (id),
    requirement        varchar(200)             not null,
    kind               varchar(200)             not null,
    subject            varchar(200)             not null,
    owner              varchar(200)             not null,
    reason             varchar(2000)            not null,
    zone               varchar(100)             not null,
    until_day          date                     not null,
    asked_day          date                     not null,
    asked_at           timestamp with time zone not null,
    asked_by           varchar(200)             not null,
    approved_day       date,
    approved_at        timestamp with time zone,
    approved_by        varchar(200),
    withdrawn_day      date,
    withdrawn_at       timestamp with time zone,
    withdrawn_by       varchar(200),
    withdrawn_because  varchar(2000)
);
create index waiver_network on waiver (network, id);
