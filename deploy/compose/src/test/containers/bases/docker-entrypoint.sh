#!/bin/bash
# As much of the entrypoint of the official PostgreSQL image as its documentation promises and ours uses: makes the cluster when there is
# none, with the password, the database and the arguments of the environment, then becomes the server.
set -euo pipefail

if [ ! -s "$PGDATA/PG_VERSION" ]; then
    # shellcheck disable=SC2086 # one word each
    initdb --username="$POSTGRES_USER" --pwfile="$POSTGRES_PASSWORD_FILE" $POSTGRES_INITDB_ARGS
    printf '\nhost all all all scram-sha-256\n' >>"$PGDATA/pg_hba.conf"
    PGPASSWORD=$(<"$POSTGRES_PASSWORD_FILE")
    export PGPASSWORD
    # only by its socket as long as it is not whole
    pg_ctl start -w -o "-c listen_addresses= -c config_file=$PGDATA/postgresql.conf"
    createdb --username="$POSTGRES_USER" --no-password "$POSTGRES_DB"
    pg_ctl stop -w -m fast
    unset PGPASSWORD
fi
exec "$@"
