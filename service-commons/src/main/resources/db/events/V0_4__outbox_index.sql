-- Ids are made to be unique, and nobody looks a row up by its event: an index that cost two entries for each event.
alter table outbox drop constraint outbox_event_id_key;
