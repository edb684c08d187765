-- What people are told. It goes with their account. Ids are in the order of time.
create table notification (
    id           uuid        primary key,
    person_id    uuid        not null references app_user (id) on delete cascade,
    kind         text        not null,
    title        text,
    reason       text,
    link_type    text        not null,
    link_tmdb_id integer,
    link_id      uuid        not null,
    created_at   timestamptz not null default now(),
    read_at      timestamptz
);

create index notification_of_person on notification (person_id, id);
create index notification_unread on notification (person_id) where read_at is null;
create index notification_age on notification (created_at);
