package org.medianest.compose.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * {@code ./backup} and {@code ./restore} as an operator uses them. Docker is not here; what stands in for it does what they ask of it
 * on this machine: it runs the programs of the containers, and stops and starts PostgreSQL.
 */
class DeployScriptsTest {
    private static final String DOCKER = """
        #!/bin/sh
        set -eu
        echo "$*" >>"$DEPLOY/asked"
        shift # compose
        command=$1
        shift
        case $command in
            stop) pg_ctl stop --wait --silent --mode=fast; exit ;;
            up) pg_ctl status >/dev/null || pg_ctl start --wait --silent --log="$DEPLOY/log" --options="$OPTIONS"; exit ;;
            restart) pg_ctl restart --wait --silent --mode=fast --log="$DEPLOY/log" --options="$OPTIONS"; exit ;;
        esac
        while case $1 in -*) true ;; *) false ;; esac; do
            [ "$1" != --entrypoint ] || exit 0 # not ours: the image of Redis
            shift
        done
        program=$MEDIANEST_BACKUP_SCRIPTS/${2#/opt/medianest/backup/}
        shift 2
        exec "$program" "$@"
        """;

    private BackedUpNest nest;

    @BeforeEach
    void installation() {
        nest = BackedUpNest.running();
        nest.must("sh", "-c", """
            cd "${PGDATA%/data}"/deploy/compose
            mkdir -p secrets ../../bin
            echo 'planted' >secrets/secrets_key
            echo 'passphrase' >secrets/backup_cipher
            echo 'MEDIANEST_DOMAIN=nest.example.org' >.env
            printf '%s' "$1" >../../bin/docker
            chmod +x ../../bin/docker\
            """, "-", DOCKER);
    }

    @AfterEach
    void close() {
        nest.close();
    }

    @Test
    void momentIsRestoredAndKept() {
        String moment = nest.sql("select clock_timestamp(), pg_sleep(0.01)").split("\\|", 2)[0];
        Map<String, String> before = Tables.checksums(nest);
        nest.sql("drop table downloads.discarded_file");
        nest.done("pgbackrest", "check");

        Said said = run("restore", "--yes", "--time", moment);

        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text()).contains("Restored and started in", "/api/v1/downloads/library/report");
        assertThat(Tables.checksums(nest)).isEqualTo(before);
        assertThat(asked())
                .containsSubsequence(
                        "compose stop",
                        "compose run --rm --no-deps -T --entrypoint sh redis -c rm -rf /data/*",
                        "compose up -d");
        assertThat(nest.script("schedule", "--once").text()).contains("./restore --keep, if it is the right one");

        Said kept = run("restore", "--keep");

        assertThat(kept.code()).as(kept.text()).isZero();
        assertThat(nest.sql("show archive_mode")).isEqualTo("on");
        assertThat(run("backup", "list").text()).contains("full backup", "status: ok");
    }

    @Test
    void nothingHappensWithoutAYes() {
        assertThat(run("restore").text()).contains("Type yes: Nothing was done.");
        assertThat(nest.must("sh", "-c", "cat \"${PGDATA%/data}\"/asked 2>/dev/null || :"))
                .isEmpty();
    }

    @Test
    void secretsAreKeptByChoiceWithoutThePassphrase() {
        Said said = run("backup", "diff", "--with-secrets");
        assertThat(said.code()).as(said.text()).isZero();

        String name = run("backup", "secrets").text().strip();
        String held = nest.must("sh", "-c", "%s && ./backup secrets %s | tar -tzf -".formatted(inFolder(), name));

        assertThat(held.lines()).contains(".env", "secrets/secrets_key").doesNotContain("secrets/backup_cipher");
    }

    @Test
    void oneTableOfAFormerMomentCanBeLookedAt() {
        Said said = run("backup", "look", "pg_dump", "--data-only", "--table=downloads.discarded_file");

        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text()).contains("a-planted-mark");
        assertThat(nest.folder().resolve("backups/look")).doesNotExist();
    }

    private List<String> asked() {
        return nest.must("sh", "-c", "cat \"${PGDATA%/data}\"/asked").lines().toList();
    }

    private Said run(String script, String... arguments) {
        return nest.attempt(Stream.concat(
                        Stream.of("sh", "-c", inFolder() + " && exec ./" + script + " \"$@\" </dev/null", "-"),
                        Stream.of(arguments))
                .toList());
    }

    private String inFolder() {
        return """
            DEPLOY=${PGDATA%%/data}
            OPTIONS="-c unix_socket_directories='$PGHOST' -c listen_addresses='' -c fsync=off"
            PATH=$DEPLOY/bin:%s:$PATH
            export DEPLOY OPTIONS PATH
            cd "$DEPLOY"/deploy/compose\
            """.formatted(BackedUpNest.postgresPrograms());
    }
}
