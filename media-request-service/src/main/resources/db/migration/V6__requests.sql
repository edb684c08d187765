-- What people ask for. What may follow what is said by RequestState; here stands what must hold in any state.
create table request (
    id              uuid        primary key,
    requester       uuid        not null,
    requester_name  text        not null,
    type            text        not null check (type in ('MOVIE', 'SERIES')),
    tmdb_id         integer     not null check (tmdb_id > 0),

    -- The title as it was called when it was asked for: lists must not wait for TMDB.
    title           text        not null,
    year            integer,
    poster_path     text,
    backdrop_path   text,
    release_date    date,
    note            text,

    state           text        not null
        check (state in ('PENDING', 'APPROVED', 'PROCESSING', 'PARTIALLY_AVAILABLE', 'AVAILABLE', 'DECLINED', 'FAILED', 'CANCELLED')),
    -- Somebody still waits for it.
    open            boolean     not null
        generated always as (state in ('PENDING', 'APPROVED', 'PROCESSING', 'PARTIALLY_AVAILABLE', 'FAILED')) stored,

    -- How far what is on its way has come.
    stage           text        check (stage in ('WAITING_FOR_RELEASE', 'SEARCHING', 'DOWNLOADING', 'NEEDS_ATTENTION', 'IMPORTED_NOT_IN_PLEX')),
    percent         double precision,
    eta_seconds     bigint,
    expected        date,
    reason          text,

    decided_by      uuid,
    decided_by_name text,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    version         bigint      not null default 0,

    constraint refused_means_explained check (state not in ('DECLINED', 'FAILED') or reason is not null)
);

-- A film is wanted once.
create unique index request_open_film on request (tmdb_id) where type = 'MOVIE' and open;
-- A title's requests, newest first.
create index request_of_title on request (type, tmdb_id, id desc);
-- A person's list by age and by news, and what counts against their quota.
create index request_of_person on request (requester, id desc);
create index request_of_person_lately on request (requester, type, created_at);
create index request_of_person_news on request (requester, updated_at desc, id desc);
-- Everybody's list: by age the primary key serves, by news, state and type these.
create index request_news on request (updated_at desc, id desc);
create index request_in_state on request (state, id desc);
create index request_in_state_news on request (state, updated_at desc, id desc);
create index request_of_type on request (type, id desc);
-- How many are in which state: equal keys take next to no room.
create index request_states on request (state);
-- Who still waits.
create index request_open on request (id) where open;

-- What of a series was asked for.
create table request_season (
    request  uuid    not null references request on delete cascade,
    tmdb_id  integer not null,
    season   integer not null check (season >= 0),
    -- As many as there are to come, as far as was known when it was asked for; and as many as Plex has.
    episodes integer not null,
    arrived  integer not null default 0,
    -- As the request's: changed with it.
    open     boolean not null,
    primary key (request, season)
);

-- A season is wanted once.
create unique index request_open_season on request_season (tmdb_id, season) where open;

-- Who wants to hear of a title. The person who asked for it hears of it anyway.
create table title_follower (
    type    text        not null check (type in ('MOVIE', 'SERIES')),
    tmdb_id integer     not null,
    person  uuid        not null,
    since   timestamptz not null,
    primary key (type, tmdb_id, person)
);

create index title_follower_person on title_follower (person);

-- What happened to a request, written in the transaction in which it happened.
create table request_timeline (
    id         bigint      primary key generated always as identity,
    request    uuid        not null references request on delete cascade,
    at         timestamptz not null,
    kind       text        not null,
    text       text,
    actor      uuid,
    actor_name text
);

create index request_timeline_request on request_timeline (request, id);

-- A request that is sent twice is done once.
create table idempotency_key (
    owner      uuid        not null,
    key        text        not null,
    request    text        not null,
    job        uuid        not null,
    created_at timestamptz not null default now(),
    primary key (owner, key)
);

create index idempotency_key_age on idempotency_key (created_at);
