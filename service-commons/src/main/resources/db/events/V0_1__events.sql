-- Every service has these two tables in its own schema.

-- What the service has said but perhaps not yet published. Written in the transaction of the change it tells of.
create table outbox (
    position     bigint generated always as identity primary key,
    event_id     uuid        not null unique,
    envelope     text        not null,
    created_at   timestamptz not null default now(),
    published_at timestamptz
);

-- The relay asks for "not yet published", never for "later than the last": a position is drawn before its
-- transaction commits, so a slow transaction would be skipped.
create index outbox_unpublished on outbox (position) where published_at is null;
create index outbox_published on outbox (published_at) where published_at is not null;

-- What the service has already applied. Written in the transaction of the effect, so a second delivery changes nothing.
create table processed_event (
    event_id     uuid        primary key,
    type         text        not null,
    processed_at timestamptz not null default now()
);

create index processed_event_age on processed_event (processed_at);
