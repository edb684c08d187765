-- A mark changes every index of its row, and an application adds to every index of its table: so each has those only that it needs.

-- What was published long ago is found by its entry, which has an index for another reason.
update outbox set entry_ms = (extract(epoch from published_at) * 1000)::bigint, entry_seq = 0
where published_at is not null and entry_ms is null;
drop index outbox_published;

-- Rows are added in the order of their time and go in that order: where the old ones lie takes no entry for each of them.
drop index processed_event_age;
create index processed_event_age on processed_event using brin (processed_at) with (autosummarize = on);
