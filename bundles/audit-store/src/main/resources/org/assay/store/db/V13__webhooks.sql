-- Who is told what happens. secret and former sign, so they are kept as they are; left out of back-ups. events: by commas.
create table webhook (
    id          varchar(36)              primary key,
    url         varchar(2000)            not null,
    events      varchar(500)             not null,
    network     varchar(63)              references network (id),
    secret      varchar(100)             not null,
    former      varchar(100),
    rotated_at  timestamp with time zone,
    created_at  timestamp with time zone not null,
    created_by  varchar(200)             not null
);

-- What is on its way, written in the transaction of what it tells.
create table webhook_delivery (
    id          varchar(36)              primary key,
    webhook     varchar(36)              not null references webhook (id) on delete cascade,
    event       varchar(40)              not null,
    body        text                     not null,
    state       varchar(10)              not null,
    created_at  timestamp with time zone not null,
    tries       integer                  not null,
    next_at     timestamp with time zone,
    held_until  timestamp with time zone,
    problem     varchar(500)
);
create index webhook_delivery_due on webhook_delivery (webhook, state, next_at);
create index webhook_delivery_made on webhook_delivery (webhook, created_at);

-- What was announced of things that nobody writes down when they happen: a clock that ran out, a day that comes near.
create table webhook_topic (
    topic       varchar(200)             primary key
);
create table webhook_announced (
    topic       varchar(200)             not null references webhook_topic (topic),
    item        varchar(64)              not null,
    told        varchar(64)              not null,
    primary key (topic, item)
);
