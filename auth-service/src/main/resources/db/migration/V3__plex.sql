-- What plex.tv knows this house by: made once, the same for as long as the database lives.
create table installation (
    only_row       boolean primary key default true check (only_row),
    plex_client_id text    not null
);

-- The Plex server whose shares let people in, as media-request-service says. No row, no sign-in with Plex.
create table plex_server (
    only_row           boolean primary key default true check (only_row),
    machine_identifier text    not null,
    name               text    not null
);

-- The Plex accounts of people. The token is sealed with the key file and bound to its row; one who was imported has none yet.
create table plex_account (
    user_id  uuid        primary key references app_user (id) on delete cascade,
    name     text        not null,
    token    text,
    owner    boolean     not null,
    access   text        not null,
    since    timestamptz not null,
    check_at timestamptz
);

create index plex_account_due on plex_account (check_at) where check_at is not null;
