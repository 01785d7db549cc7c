-- Back-ups that are being written, on whatever node: until their time runs out, no blob goes. Left out of back-ups.
create table copying (
    id          varchar(36)              primary key,
    held_until  timestamp with time zone not null
);
