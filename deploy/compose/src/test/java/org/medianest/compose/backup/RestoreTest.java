package org.medianest.compose.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database comes back as it was, at the latest or at a chosen moment, and harms nothing by doing so. */
class RestoreTest {
    private BackedUpNest nest;

    @BeforeEach
    void copy() {
        nest = BackedUpNest.running();
    }

    @AfterEach
    void close() {
        nest.close();
    }

    @Test
    void lostDatabaseComesBackWithAllThatWasArchivedAndArchivesOnlyWhenItIsKept() {
        nest.sql("insert into downloads.discarded_file (path) values ('after the backup')");
        Map<String, String> before = Tables.checksums(nest);
        nest.done("pgbackrest", "check");
        nest.loseDatabase();

        String said = nest.done("restore");
        nest.start();

        assertThat(said).containsPattern("restored up to .*: \\d+ s to copy, \\d+ s to replay");
        assertThat(Tables.checksums(nest)).hasSizeGreaterThan(40).isEqualTo(before);
        assertThat(nest.sql("show archive_mode")).isEqualTo("off");
        assertThat(nest.script("backup", "full").code()).isNotZero();

        nest.done("keep");
        nest.stop();
        nest.start();
        nest.done("backup", "full");

        assertThat(nest.sql("show archive_mode")).isEqualTo("on");
        assertThat(Tables.checksums(nest)).isEqualTo(before);
    }

    @Test
    void momentThatWasNotReachedIsSaid() {
        String tomorrow = nest.sql("select now() + interval '1 day'");
        nest.stop();
        nest.must("sh", "-c", "echo 4711 >$PGDATA/postmaster.pid");

        Said said = nest.script("restore", "--overwrite", "--crashed", "--time", tomorrow);

        assertThat(said.code()).isNotZero();
        assertThat(said.text()).contains("recovery ended before configured recovery target was reached");
    }

    @Test
    void nothingThatRunsOrIsThereIsOverwrittenByMistake() {
        assertThat(nest.script("restore", "--overwrite").text()).contains("a running database is never overwritten");
        nest.stop();
        assertThat(nest.script("restore").text()).contains("is not empty: say --overwrite");
        nest.must("sh", "-c", "echo 4711 >$PGDATA/postmaster.pid");
        assertThat(nest.script("restore", "--overwrite").text()).contains("if it died, say --crashed");
        assertThat(nest.script("restore", "--overwrite", "--time", "2026-05-04 03:02:01")
                        .text())
                .contains("--time needs its distance from UTC");
        nest.must("sh", "-c", "rm $PGDATA/postmaster.pid");
    }

    @Test
    void secondRepositoryIsEnoughWhenTheFirstIsLostAndDoesNotHoldUpTheFirst() {
        nest.must("sh", "-c", """
            mkdir "${PGDATA%/data}"/elsewhere
            sed "s|/second-backups|${PGDATA%/data}/elsewhere|; s|/backups/spool|$MEDIANEST_BACKUP_FOLDER/spool|" \\
                "$MEDIANEST_BACKUP_SCRIPTS"/second.conf >"$MEDIANEST_BACKUP_CONF_D"/second.conf\
            """);
        nest.done("backup", "full");

        nest.must("sh", "-c", "chmod 000 \"${PGDATA%/data}\"/elsewhere");
        Said away = nest.script("backup", "diff");
        nest.must("sh", "-c", "chmod 700 \"${PGDATA%/data}\"/elsewhere");

        assertThat(away.text()).contains("FAILED while preparing repository 2");
        assertThat(nest.done("first-repository", "info")).contains("diff backup");

        nest.sql("insert into downloads.discarded_file (path) values ('after the backup')");
        nest.done("pgbackrest", "check");
        Map<String, String> before = Tables.checksums(nest);
        nest.loseDatabase();
        nest.must("sh", "-c", "rm -rf $MEDIANEST_BACKUP_FOLDER/pgbackrest");

        nest.done("restore", "--repo", "2");
        nest.start();

        assertThat(Tables.checksums(nest)).isEqualTo(before);
        assertThat(nest.must("sh", "-c", "head -c 8 \"${PGDATA%/data}\"/elsewhere/backup/medianest/backup.info"))
                .isEqualTo("Salted__");
    }
}
