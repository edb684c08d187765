-- What a restored database must have as the live one has it: schemas, migrations, rows. Read-only, for psql -At.
select 'schema', nspname from pg_namespace
where nspname in ('auth', 'media', 'downloads', 'status', 'backup') order by 2;

select format('select %L, %L, version, description, checksum, success from %I.%I order by installed_rank',
              'migration', schemaname, schemaname, tablename)
from pg_tables where tablename = 'flyway_schema_history' order by schemaname
\gexec

select format('select %L, %L, count(*) from %I.%I', 'rows', schemaname || '.' || tablename, schemaname, tablename)
from pg_tables where schemaname in ('auth', 'media', 'downloads', 'status', 'backup') order by schemaname, tablename
\gexec
