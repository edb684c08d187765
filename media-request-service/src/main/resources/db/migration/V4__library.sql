-- What is on the Plex server.
create table library_item (
    rating_key     text        primary key,
    machine        text        not null,
    section        text        not null,
    type           text        not null,
    -- null when it is not known which title it is; then unmatched says why
    tmdb_id        integer,
    imdb_id        text,
    tvdb_id        integer,
    unmatched      text,
    title          text        not null,
    original_title text,
    year           integer,
    -- for searching: lower case, without accents, and all runs of three letters of it
    words          text        not null,
    trigrams       text[]      not null,
    added_at       timestamptz not null,
    -- the number of the last scan that has met it
    seen           bigint      not null,
    -- by when a whole scan had not met it; a second one makes it gone
    missing_since  timestamptz,
    gone_at        timestamptz
);

create index library_item_by_title on library_item (type, tmdb_id) where tmdb_id is not null;
create index library_item_by_age on library_item (added_at desc) where gone_at is null;
create index library_item_by_trigram on library_item using gin (trigrams) where gone_at is null;
create index library_item_unmatched on library_item (rating_key) where tmdb_id is null and gone_at is null;

create table library_season (
    series     text    not null references library_item (rating_key) on delete cascade,
    number     integer not null,
    episodes   integer not null,
    rating_key text    not null,
    seen       bigint  not null,
    primary key (series, number)
);

-- How far the scan is; one row. Whoever leads next goes on from there.
create table library_scan (
    id          integer     primary key default 1 check (id = 1),
    number      bigint      not null,
    machine     text        not null,
    state       text        not null,
    section     text,
    title       text,
    kind        text,
    position    integer     not null default 0,
    total       integer     not null default 0,
    started_at  timestamptz not null,
    touched_at  timestamptz not null,
    finished_at timestamptz,
    message     text,
    -- so many items that vanished all at once; an admin says whether that is so
    held_back   integer     not null default 0
);
