-- What is watched, and how it is now. The probe address of a service is configuration, that of a monitor is not ours.
create table watched (
    id          text        primary key,
    kind        text        not null,
    name        text        not null,
    group_name  text,
    probe_url   text,
    state       text        not null default 'UNKNOWN',
    since       timestamptz,
    message     text,
    response_ms integer,
    checked_at  timestamptz,
    -- what the source itself says of the last 24 hours and 30 days, which it has watched for longer than we have
    told_day    double precision,
    told_month  double precision
);

-- When it became what; kept for as long as the days are shown.
create table state_change (
    watched_id text        not null references watched on delete cascade,
    at         timestamptz not null,
    state      text        not null,
    message    text,
    primary key (watched_id, at)
);

create index state_change_age on state_change (at);

-- Beats are not kept one by one, but as the time that they stand for: in stretches of five minutes for a week, in days for longer.
create table stretch (
    watched_id     text        not null references watched on delete cascade,
    begins         timestamptz not null,
    up_ms          bigint      not null,
    down_ms        bigint      not null,
    maintenance_ms bigint      not null,
    responses      integer     not null,
    response_ms    bigint      not null,
    primary key (watched_id, begins)
);

create index stretch_age on stretch (begins);

create table day (
    watched_id     text    not null references watched on delete cascade,
    day            date    not null,
    up_ms          bigint  not null,
    down_ms        bigint  not null,
    maintenance_ms bigint  not null,
    responses      integer not null,
    response_ms    bigint  not null,
    primary key (watched_id, day)
);

create index day_age on day (day);

-- Where else the state of things is learned from, beside our own probes. Secrets are sealed.
create table source (
    name            text        primary key,
    method          text        not null,
    url             text        not null,
    username        text,
    slug            text,
    sealed_password text,
    sealed_token    text,
    sealed_key      text,
    -- another one with every change by people: whoever follows the source begins anew
    version         uuid        not null,
    state           text        not null,
    message         text
);
