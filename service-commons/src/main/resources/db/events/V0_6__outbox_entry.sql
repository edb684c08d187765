-- A mark entered its row into a tree that few questions are asked of: when something is lost, and when old rows go. Rows are marked in
-- about the order in which they lie, so where the old ones are takes no entry for each of them.
drop index outbox_entry;
create index outbox_entry on outbox using brin (entry_ms) with (autosummarize = on);
