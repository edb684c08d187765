-- By which ways people want to hear of their news, beside the inbox. No row: by all of them that are there.
create table notification_preference (
    person_id uuid    primary key references app_user (id) on delete cascade,
    mail      boolean not null,
    address   text,
    push      boolean not null
);

-- News on its way to somebody, until it is there or given up. It goes with the news.
create table notification_delivery (
    id              uuid        primary key,
    notification_id uuid        not null references notification (id) on delete cascade,
    way             text        not null,
    state           text        not null default 'WAITING',
    attempts        integer     not null default 0,
    next_at         timestamptz not null default now(),
    reason          text
);

create index notification_delivery_due on notification_delivery (next_at) where state = 'WAITING';
create index notification_delivery_of_notification on notification_delivery (notification_id);
