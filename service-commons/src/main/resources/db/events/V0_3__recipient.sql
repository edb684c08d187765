-- The one service that an event is for; null when it is for all. A relay of the version before does not know it and tells all,
-- who apply it as they did before.
alter table outbox add column recipient text;

-- Which streams the service has heard of, so that it asks once for what was said before it came.
create table heard_stream (
    stream text        primary key,
    since  timestamptz not null default now()
);
