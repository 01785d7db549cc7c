-- Who ever made a token of a name, each time: whom a name belonged to before it was made anew stays known. Number 0: from before.
create table token_line (
    name          varchar(63)  not null,
    line_number   integer      not null,
    maker         varchar(200) not null,
    maker_number  integer      not null,
    primary key (name, line_number, maker)
);
insert into token_line (name, line_number, maker, maker_number) select name, 0, maker, 0 from token_maker;
drop table token_maker;
