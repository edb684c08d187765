package org.medianest.compose.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is in the repository, who can read it, and what is said when nothing gets there. */
class BackupTest {
    private static final int DAY = 86_400;

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
    void repositoryHoldsNothingThatCanBeRead() {
        nest.sql("insert into downloads.discarded_file (path) values ('a-planted-mark-2')");
        nest.done("backup", "diff");

        assertThat(nest.must("sh", "-c", "find $MEDIANEST_BACKUP_FOLDER -type f | wc -l")
                        .strip())
                .isNotEqualTo("0");
        // Every file is ciphertext: compressed text would not be found by grep either.
        assertThat(nest.must("sh", "-c", """
            find "$MEDIANEST_BACKUP_FOLDER"/pgbackrest "$MEDIANEST_BACKUP_FOLDER"/files -type f -size +0 \\
                | while read -r file; do
                    [ "$(head -c 8 "$file")" = Salted__ ] || echo "$file"
                done\
            """)).isEmpty();
        assertThat(nest.must("sh", "-c", "grep -rla -e a-planted-mark -e film $MEDIANEST_BACKUP_FOLDER || :"))
                .isEmpty();
        assertThat(nest.script(Map.of("MEDIANEST_BACKUP_CIPHER_FILE", "/etc/hostname"), "pgbackrest", "info")
                        .text())
                .contains("unable to");
    }

    @Test
    void oldBackupsGoWhenNewOnesAreThere() {
        String first = labels();

        nest.done("backup", "diff");
        String second = labels();
        Said third = nest.script(Map.of("PGBACKREST_REPO1_RETENTION_FULL", "1"), "backup", "full");

        assertThat(second).contains(first.strip()).hasLineCount(2);
        assertThat(third.code()).as(third.text()).isZero();
        assertThat(labels()).hasLineCount(1).doesNotContain(first.strip());
    }

    @Test
    void archiveThatTakesNothingIsSeen() {
        nest.must("sh", "-c", "chmod -R a-w $MEDIANEST_BACKUP_FOLDER/pgbackrest/archive");

        Said backup = nest.script(Map.of("PGBACKREST_ARCHIVE_TIMEOUT", "3"), "backup", "diff");

        assertThat(backup.code()).isNotZero();
        assertThat(backup.text()).contains("FAILED while checking that WAL reaches repository 1");
        assertThat(nest.sql("select failed_count > 0 from pg_stat_archiver")).isEqualTo("t");
        assertThat(nest.sql("select last_failure_timestamp_seconds > last_success_timestamp_seconds"
                        + " from backup.latest where task = 'backup'"))
                .isEqualTo("t");
        nest.must("sh", "-c", "chmod -R u+w $MEDIANEST_BACKUP_FOLDER/pgbackrest/archive");
    }

    @Test
    void mediaFilesAreListedAndSecretsAreSealed() {
        nest.must("sh", "-c", "echo 'the key' | \"$MEDIANEST_BACKUP_SCRIPTS\"/sealed put secrets.tar");

        assertThat(nest.done("file-index", "show")).containsPattern("4\t[-0-9]+T[:.0-9]+\tanna/Some film.mp4");
        assertThat(nest.done("sealed", "get", "secrets.tar")).isEqualTo("the key\n");
        assertThat(nest.must("sh", "-c", "grep -rl 'the key' $MEDIANEST_BACKUP_FOLDER || :"))
                .isEmpty();
        assertThat(nest.script("sealed", "get", "../cipher").code()).isNotZero();
    }

    @Test
    void damagedFileOfTheRepositoryIsFound() {
        assertThat(nest.done("verify")).contains("all files are whole");

        Damage.of(nest).largestFileOfBackups();

        Said verify = nest.script("verify");
        assertThat(verify.code()).isNotZero();
        assertThat(verify.text()).contains("repository 1 is damaged");
    }

    @Test
    void scheduleDoesWhatIsDueAndNothingTwice() {
        done("full", 8 * DAY);
        done("backup", 2 * DAY);
        done("restore-test", DAY);
        nest.done("schedule", "--once");
        String full = labels();
        nest.done("schedule", "--once");

        assertThat(full.lines()).hasSize(2).noneMatch(label -> label.endsWith("D"));
        assertThat(labels()).isEqualTo(full);

        done("backup", 2 * DAY);
        nest.done("schedule", "--once");

        assertThat(labels().lines()).hasSize(3).last().asString().endsWith("D");
    }

    /** As if it had been done so many seconds ago. */
    private void done(String what, int secondsAgo) {
        nest.must(
                "sh",
                "-c",
                "mkdir -p $MEDIANEST_BACKUP_FOLDER/done"
                        + " && echo $(($(date +%%s) - %d)) >$MEDIANEST_BACKUP_FOLDER/done/%s"
                                .formatted(secondsAgo, what));
    }

    private String labels() {
        return nest.must("sh", "-c", "ls $MEDIANEST_BACKUP_FOLDER/pgbackrest/backup/medianest | grep -E '^[0-9]'");
    }
}
