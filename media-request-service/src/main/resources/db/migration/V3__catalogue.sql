-- What TMDB said, in our words. It outlives its freshness, for when TMDB is away.
create table catalogue_memory (
    key        text        primary key,
    value      text        not null,
    fetched_at timestamptz not null
);

-- what nobody has asked for in a long time goes, oldest first
create index catalogue_memory_by_age on catalogue_memory (fetched_at);
