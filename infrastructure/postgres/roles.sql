-- Roles, schemas and grants of MediaNest, for a superuser in the database "medianest". May run any number of times.
-- A service has two roles: NAME, with which it runs, reads and writes the rows of its schema; NAME_owner owns that schema and its tables
-- and is used by migrations only. Nobody can see anything of another service. "status" is the gateway's.
--   psql -v auth_password=… -v auth_owner_password=… -v media_password=… -v media_owner_password=…
--        -v downloads_password=… -v downloads_owner_password=… -v status_password=… -v status_owner_password=…
--        -v monitor_password=… -f roles.sql

do $$
declare
    service text;
    owner text;
begin
    execute format('revoke all on database %I from public', current_database());
    foreach service in array array['auth', 'media', 'downloads', 'status'] loop
        owner := service || '_owner';
        if not exists (select from pg_roles where rolname = service) then
            execute format('create role %I', service);
        end if;
        if not exists (select from pg_roles where rolname = owner) then
            execute format('create role %I', owner);
        end if;

        -- Two replicas with a pool of five each, and the moment of an update in which there are more.
        execute format('alter role %I login nosuperuser nocreatedb nocreaterole noinherit noreplication nobypassrls'
            ' connection limit 15', service);
        execute format('alter role %I login nosuperuser nocreatedb nocreaterole noinherit noreplication nobypassrls'
            ' connection limit 4', owner);
        execute format('grant connect on database %I to %I, %I', current_database(), service, owner);
        execute format('alter role %I in database %I set search_path = %I', service, current_database(), service);
        execute format('alter role %I in database %I set search_path = %I', owner, current_database(), service);

        -- People wait for what a service asks; what takes longer than this has gone wrong.
        execute format('alter role %I set statement_timeout = %L', service, '30s');
        execute format('alter role %I set lock_timeout = %L', service, '10s');
        execute format('alter role %I set idle_in_transaction_session_timeout = %L', service, '60s');
        -- A migration may take its time, but while it waits for a lock all others wait behind it. Flyway keeps a transaction open beside it.
        execute format('alter role %I set statement_timeout = %L', owner, '30min');
        execute format('alter role %I set lock_timeout = %L', owner, '10s');
        execute format('alter role %I set idle_in_transaction_session_timeout = %L', owner, '60min');

        execute format('create schema if not exists %I', service);
        -- Before there were owners, the service's role owned everything.
        execute format('reassign owned by %I to %I', service, owner);
        execute format('alter schema %I owner to %I', service, owner);
        execute format('revoke all on schema %I from public, %I', service, service);
        execute format('grant usage on schema %I to %I', service, service);

        execute format('revoke all on all tables in schema %I from %I', service, service);
        execute format('grant select, insert, update, delete on all tables in schema %I to %I', service, service);
        execute format('grant usage, select on all sequences in schema %I to %I', service, service);
        execute format('grant execute on all routines in schema %I to %I', service, service);
        execute format('alter default privileges for role %I in schema %I'
            ' grant select, insert, update, delete on tables to %I', owner, service, service);
        execute format('alter default privileges for role %I in schema %I'
            ' grant usage, select on sequences to %I', owner, service, service);
        execute format('alter default privileges for role %I in schema %I'
            ' grant execute on routines to %I', owner, service, service);
        execute format('alter default privileges for role %I revoke execute on routines from public', owner);
    end loop;

    -- Sees statistics of everything and rows of nothing.
    if not exists (select from pg_roles where rolname = 'monitor') then
        create role monitor;
    end if;
    alter role monitor login nosuperuser nocreatedb nocreaterole inherit noreplication nobypassrls connection limit 5;
    alter role monitor set statement_timeout = '10s';
    alter role monitor set lock_timeout = '1s';
    alter role monitor set idle_in_transaction_session_timeout = '10s';
    grant pg_monitor to monitor;
    execute format('grant connect on database %I to monitor', current_database());
end
$$;

revoke all on schema public from public;

alter role auth password :'auth_password';
alter role auth_owner password :'auth_owner_password';
alter role media password :'media_password';
alter role media_owner password :'media_owner_password';
alter role downloads password :'downloads_password';
alter role downloads_owner password :'downloads_owner_password';
alter role status password :'status_password';
alter role status_owner password :'status_owner_password';
alter role monitor password :'monitor_password';
