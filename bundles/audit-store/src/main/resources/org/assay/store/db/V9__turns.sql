-- In which zone the days of an audit are meant, and from which day on its verdicts may differ although nobody does anything.
alter table audit add column zone varchar(100);
alter table audit add column next_day date;
alter table audit add column next_because text;
