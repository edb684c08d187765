-- What was approved, on its way to the system that gets it and as it stands there. Kept from before the first call, so that no crash
-- loses an order; looked at when next_at has come, which a webhook may bring forward.
create table commission (
    request_id   uuid        primary key,
    requester_id uuid        not null,
    media_type   text        not null check (media_type in ('MOVIE', 'SERIES')),
    tmdb_id      integer     not null,
    tvdb_id      integer,
    title        text        not null,
    year         integer,
    seasons      integer[]   not null,
    out_on       date,

    -- Whose matter it is, since when, and what it is called there. Until handed_at it is offered again and again.
    system       text check (system in ('SEERR', 'RADARR', 'SONARR')),
    external_id  integer,
    handed_at    timestamptz,
    tries        integer     not null default 1,
    failures     integer     not null default 0,

    stage        jsonb       not null,
    next_at      timestamptz not null,
    ended_at     timestamptz,
    created_at   timestamptz not null default now(),

    constraint taken_by_somebody check (handed_at is null or system is not null)
);

-- The round: what is to be looked at.
create index commission_open on commission (next_at) where ended_at is null;
