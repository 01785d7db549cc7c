-- What was announced of cases was known to every subscriber to them, so they are told what moves from here on. Of days some were
-- told nothing, having subscribed after others: all are told once more what is near or overdue.
insert into webhook_announced (topic, item, told)
    select t.topic, 'case.moved ' || w.id, '' from webhook_topic t
    join webhook w on w.network is null or t.topic = 'cases ' || w.network
    where t.topic like 'cases %' and ',' || w.events || ',' like '%,case.moved,%';
delete from webhook_announced where item = 'baseline';
