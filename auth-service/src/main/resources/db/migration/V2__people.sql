-- How somebody wants to be called, which Plex account is theirs, what shuts them out, and when they were here last.
alter table app_user add column display_name text;
alter table app_user add column plex_id      bigint unique;
alter table app_user add column suspended_at timestamptz;
alter table app_user add column last_seen_at timestamptz;

-- There is always one who can manage the others: a change of somebody looks for the rest of these.
create index app_user_managers on app_user (id) where 'users:manage' = any (permissions);
