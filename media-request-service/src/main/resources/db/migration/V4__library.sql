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
    gone_at        timestamptz
) with (fillfactor = 80); -- each scan touches all rows; there is room for that on their pages

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
    machine     text        not null default '',
    number      bigint      not null default 0,
    -- the last scan that met everything there is; what two of them have not met is gone
    last_whole  bigint      not null default 0,
    state       text        not null default 'NEVER',
    section     text,
    kind        text,
    title       text,
    position    integer     not null default 0,
    total       integer     not null default 0,
    touched_at  timestamptz not null default 'epoch',
    finished_at timestamptz,
    message     text,
    -- so many items vanished all at once that an admin must say whether it is so
    held_back   integer     not null default 0,
    wanted      boolean     not null default false
);

insert into library_scan default values;
