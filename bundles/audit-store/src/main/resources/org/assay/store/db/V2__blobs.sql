-- Blobs as rows, for stores that several nodes share. Parts of at most 512 KiB; an empty blob has one.
create table blob (
    digest       varchar(71) not null,
    part_number  integer     not null,
    bytes        bytea       not null,
    primary key (digest, part_number)
);
