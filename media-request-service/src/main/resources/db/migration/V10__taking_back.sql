-- What we ourselves have changed at the system for an order, so that it can be taken back when nobody wants it any more: written down
-- before it is done.
alter table commission add column ours jsonb;

-- Of an order that was cancelled. WANTED: to be taken back; RUNNING: just being, until next_at; LEFT: nobody's order any more, but
-- somebody who follows it waits for it; DONE: nothing is ours, or it was taken back.
alter table commission add column taking_back text check (taking_back in ('WANTED', 'RUNNING', 'LEFT', 'DONE'));

create index commission_taking_back on commission (next_at) where taking_back in ('WANTED', 'RUNNING');
create index commission_of_title on commission (media_type, tmdb_id);
