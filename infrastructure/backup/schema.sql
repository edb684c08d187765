-- The role that takes backups, and what became of them. For a superuser in the database "medianest", after roles.sql. May run
-- any number of times. The role has no password: it is for pgBackRest and our scripts, by the local socket.

do $$
declare
    database text;
begin
    if not exists (select from pg_roles where rolname = 'backup') then
        create role backup;
    end if;
    if not exists (select from pg_roles where rolname = 'monitor') then
        create role monitor nologin;
    end if;
    foreach database in array array[current_database(), 'postgres'] loop
        execute format('grant connect on database %I to backup', database);
    end loop;
end
$$;

alter role backup login nosuperuser nocreatedb nocreaterole inherit;
-- Its process reads the files of all tables anyway; the restore test counts their rows.
grant pg_read_all_settings, pg_read_all_stats, pg_read_all_data to backup;
grant execute on function pg_backup_start(text, boolean), pg_backup_stop(boolean), pg_switch_wal(),
    pg_create_restore_point(text) to backup;

create schema if not exists backup;
revoke all on schema backup from public;
grant usage on schema backup to backup, monitor;

create table if not exists backup.run (
    id          bigint generated always as identity primary key,
    task        text        not null check (task in ('backup', 'restore-test')),
    started_at  timestamptz not null default now(),
    -- Both are empty while it runs.
    finished_at timestamptz,
    succeeded   boolean,
    detail      text        not null default ''
);

grant select, insert, update, delete on backup.run to backup;

-- For Prometheus: one row a task, also for one that never ran.
create or replace view backup.latest as
select task,
       coalesce(extract(epoch from max(finished_at) filter (where succeeded)), 0)     as last_success_timestamp_seconds,
       coalesce(extract(epoch from max(finished_at) filter (where not succeeded)), 0) as last_failure_timestamp_seconds,
       coalesce(extract(epoch from (array_agg(finished_at - started_at order by id desc) filter (where succeeded))[1]), 0)
           as last_duration_seconds
from unnest(array['backup', 'restore-test']) as task left join backup.run using (task)
group by task;

grant select on backup.latest to backup, monitor;
