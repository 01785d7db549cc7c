-- The secrets before that sign too for a day after they were replaced: more than one, if it was rotated more than once. Left out
-- of back-ups, as all secrets are.
create table webhook_former (
    webhook     varchar(36)              not null references webhook (id) on delete cascade,
    secret      varchar(100)             not null,
    replaced_at timestamp with time zone not null,
    primary key (webhook, secret)
);
insert into webhook_former (webhook, secret, replaced_at)
    select id, former, rotated_at from webhook where former is not null and rotated_at is not null;
alter table webhook drop column former;
