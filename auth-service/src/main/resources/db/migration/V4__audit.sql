-- Who did what to whom. Names are kept as they were: the log outlives the accounts. Ids are in the order of time.
create table audit_entry (
    id         uuid        primary key,
    at         timestamptz not null,
    actor_id   uuid,
    actor_name text,
    action     text        not null,
    subject    text        not null,
    detail     text
);

create index audit_entry_age on audit_entry (at);
