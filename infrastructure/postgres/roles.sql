-- Roles and schemas of MediaNest, for a superuser in the database "medianest". May run any number of times.
--   psql -v auth_password=… -v media_password=… -v downloads_password=… -v status_password=… -f roles.sql
-- One role a service; it owns the schema of its name and can see nothing of the others. "status" is the gateway's.

do $$
declare
    service text;
begin
    foreach service in array array['auth', 'media', 'downloads', 'status'] loop
        if not exists (select from pg_roles where rolname = service) then
            execute format('create role %I', service);
        end if;
        execute format('alter role %I login nosuperuser nocreatedb nocreaterole noinherit', service);
        execute format('alter role %I in database %I set search_path = %I', service, current_database(), service);
        execute format('alter role %I set idle_in_transaction_session_timeout = %L', service, '60s');
        execute format('create schema if not exists %I authorization %I', service, service);
        execute format('revoke all on schema %I from public', service);
        execute format('grant connect on database %I to %I', current_database(), service);
    end loop;
    execute format('revoke all on database %I from public', current_database());
end
$$;

revoke all on schema public from public;

alter role auth password :'auth_password';
alter role media password :'media_password';
alter role downloads password :'downloads_password';
alter role status password :'status_password';
