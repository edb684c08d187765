-- Downloads on their way into Plex. Each step is written down, so that whoever takes over goes on from there.
create table shelving (
    download_id uuid        primary key,
    owner_id    uuid        not null,
    title       text        not null,
    -- Relative to the library of downloads, with forward slashes.
    path        text        not null,
    folder      text        not null,
    state       text        not null check (state in ('WAITING', 'SCANNED', 'FOUND', 'SHELVED', 'GIVEN_UP')),
    -- Looks in vain since it came.
    looks       integer     not null default 0,
    rating_key  text,
    problem     text,
    next_at     timestamptz not null,
    updated_at  timestamptz not null default now(),

    constraint found_means_known check (state not in ('FOUND', 'SHELVED') or rating_key is not null)
);

create index shelving_due on shelving (next_at) where state in ('WAITING', 'SCANNED', 'FOUND');

-- A person's collection, which keeps its place whatever it or they are called by now.
create table download_collection (
    owner_id   uuid not null,
    section    text not null,
    rating_key text not null,
    primary key (owner_id, section)
);
