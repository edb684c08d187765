-- One replica of a service does a thing at a time. The epoch grows with each change of hands: the fence against the one before.
create table leadership (
    task   text        primary key,
    holder text        not null,
    epoch  bigint      not null,
    until  timestamptz not null
);

-- Which entry of the stream a row became: what a Redis that lost its end, or everything, does not have any more.
alter table outbox add column entry_ms bigint;
alter table outbox add column entry_seq bigint;
create index outbox_entry on outbox (entry_ms, entry_seq) where published_at is not null;

-- How far the stream must be: its origin (a name that dies with its data) and the last entry that is known to be in it.
create table stream_state (
    stream   text   primary key,
    origin   text   not null,
    last_ms  bigint not null default 0,
    last_seq bigint not null default 0
);

-- Events whose handler failed, and how often. Gone once it succeeds or the event goes to the dead letters.
create table event_attempt (
    event_id  uuid        primary key,
    attempts  integer     not null,
    failed_at timestamptz not null default now()
);
