-- How people want to be called, their Plex account, and whether they are shut out.
alter table person add column display_name text;
alter table person add column plex_id bigint;
alter table person add column suspended boolean not null default false;
