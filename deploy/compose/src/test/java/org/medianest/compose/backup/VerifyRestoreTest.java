package org.medianest.compose.backup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The weekly restore test passes on good backups only, says what is wrong with others, and leaves nothing behind. */
class VerifyRestoreTest {
    private BackedUpNest nest;

    @BeforeEach
    void copy() {
        nest = BackedUpNest.running();
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(nest.folder().resolve("backups/scratch")).doesNotExist();
        nest.close();
    }

    @Test
    void goodBackupPasses() {
        nest.sql("insert into downloads.discarded_file (path) values ('after the backup')");

        String said = nest.done("verify-restore");

        assertThat(said)
                .containsPattern("(\\d{4}) rows restored, \\1 live")
                .contains("Bad checksums:  0", "restore test passed in");
        assertThat(nest.sql("select last_success_timestamp_seconds > last_failure_timestamp_seconds"
                        + " from backup.latest where task = 'restore-test'"))
                .isEqualTo("t");
        assertThat(nest.sql("show archive_mode")).isEqualTo("on");
    }

    @Test
    void damagedBackupFails() {
        Damage.of(nest).largestFileOfBackups();

        assertThat(nest.script("verify-restore").code()).isNotZero();
        assertThat(lastFailure()).isEqualTo("restoring the last backup");
    }

    @Test
    void brokenIndexAndFailedMigrationAreNamed() {
        nest.sql("create unique index broken on downloads.discarded_file (path);"
                + " update pg_index set indisvalid = false where indexrelid = 'downloads.broken'::regclass");
        nest.sql("insert into media.flyway_schema_history"
                + " values (2, '2', 'half', 'SQL', 'V2__half.sql', 1, 'o', now(), 1, false)");

        Said said = nest.script("verify-restore");

        assertThat(said.code()).isNotZero();
        assertThat(said.text()).contains("invalid index downloads.broken", "migration\tmedia\t2\thalf");
        assertThat(lastFailure()).isEqualTo("looking for failed migrations and invalid indexes");
    }

    private String lastFailure() {
        return nest.sql("select detail from backup.run where not succeeded order by id desc limit 1");
    }
}
