package org.medianest.compose.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database comes back as it was, at the latest or at a chosen moment, and harms nothing by doing so. */
class RestoreTest {
    private House house;

    @BeforeEach
    void copy() {
        house = House.backedUp();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void lostDatabaseComesBackWithAllThatWasArchivedAndArchivesOnlyWhenItIsKept() {
        house.sql("insert into downloads.discarded_file (path) values ('after the backup')");
        Map<String, String> before = Tables.checksums(house);
        house.done("pgbackrest", "check");
        house.loseDatabase();

        String said = house.done("restore");
        house.start();

        assertThat(said).containsPattern("restored up to .*: \\d+ s to copy, \\d+ s to replay");
        assertThat(Tables.checksums(house)).hasSizeGreaterThan(40).isEqualTo(before);
        assertThat(house.sql("show archive_mode")).isEqualTo("off");
        assertThat(house.script("backup", "full").code()).isNotZero();

        house.done("keep");
        house.stop();
        house.start();
        house.done("backup", "full");

        assertThat(house.sql("show archive_mode")).isEqualTo("on");
        assertThat(Tables.checksums(house)).isEqualTo(before);
    }

    @Test
    void momentThatWasNotReachedIsSaid() {
        String tomorrow = house.sql("select now() + interval '1 day'");
        house.stop();
        house.must("sh", "-c", "echo 4711 >$PGDATA/postmaster.pid");

        Said said = house.script("restore", "--overwrite", "--crashed", "--time", tomorrow);

        assertThat(said.code()).isNotZero();
        assertThat(said.text()).contains("recovery ended before configured recovery target was reached");
    }

    @Test
    void nothingThatRunsOrIsThereIsOverwrittenByMistake() {
        assertThat(house.script("restore", "--overwrite").text()).contains("a running database is never overwritten");
        house.stop();
        assertThat(house.script("restore").text()).contains("is not empty: say --overwrite");
        house.must("sh", "-c", "echo 4711 >$PGDATA/postmaster.pid");
        assertThat(house.script("restore", "--overwrite").text()).contains("if it died, say --crashed");
        assertThat(house.script("restore", "--overwrite", "--time", "2026-05-04 03:02:01")
                        .text())
                .contains("--time needs its distance from UTC");
        house.must("sh", "-c", "rm $PGDATA/postmaster.pid");
    }

    @Test
    void secondRepositoryIsEnoughWhenTheFirstIsLostAndDoesNotHoldUpTheFirst() {
        house.must("sh", "-c", """
            mkdir "${PGDATA%/data}"/elsewhere
            sed "s|/second-backups|${PGDATA%/data}/elsewhere|; s|/backups/spool|$MEDIANEST_BACKUP_FOLDER/spool|" \\
                "$MEDIANEST_BACKUP_SCRIPTS"/second.conf >"$MEDIANEST_BACKUP_CONF_D"/second.conf\
            """);
        house.done("backup", "full");

        house.must("sh", "-c", "chmod 000 \"${PGDATA%/data}\"/elsewhere");
        Said away = house.script("backup", "diff");
        house.must("sh", "-c", "chmod 700 \"${PGDATA%/data}\"/elsewhere");

        assertThat(away.text()).contains("FAILED while preparing repository 2");
        assertThat(house.done("first-repository", "info")).contains("diff backup");

        house.sql("insert into downloads.discarded_file (path) values ('after the backup')");
        house.done("pgbackrest", "check");
        Map<String, String> before = Tables.checksums(house);
        house.loseDatabase();
        house.must("sh", "-c", "rm -rf $MEDIANEST_BACKUP_FOLDER/pgbackrest");

        house.done("restore", "--repo", "2");
        house.start();

        assertThat(Tables.checksums(house)).isEqualTo(before);
        assertThat(house.must("sh", "-c", "head -c 8 \"${PGDATA%/data}\"/elsewhere/backup/medianest/backup.info"))
                .isEqualTo("Salted__");
    }
}
