package org.medianest.compose.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medianest.compose.testing.Machine;

/** Passwords of Postgres are changed as docs/operations/security-model.md says. */
class PasswordsTest {
    private static final String DATABASE = "medianest";

    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static OurPostgres postgres;

    @BeforeAll
    static void start() throws IOException, SQLException {
        postgres = OurPostgres.ofTheImage(folder);
    }

    @AfterAll
    static void end() throws IOException {
        postgres.close();
    }

    @Test
    void rolesAreSetAgainWithAnotherPassword() throws IOException, SQLException {
        postgres.execute("downloads", DATABASE, "insert into discarded_file (path) values ('kept')");
        postgres.password("downloads", "it's another");

        postgres.setRoles();

        assertRefused("downloads", "secret of downloads");
        assertAdmitted("downloads", "it's another");
        assertThat(postgres.ask("downloads_owner", DATABASE, "select path from discarded_file"))
                .isEqualTo("kept");
    }

    @Test
    void administratorsPasswordIsChangedInTheServerBeforeItsFile() throws IOException {
        typeNewPassword("a new one");

        assertRefused("postgres", "secret of postgres");
        assertAdmitted("postgres", "a new one");
        assertThatThrownBy(postgres::setRoles).hasMessageContaining("password authentication failed");

        postgres.password("admin", "a new one");

        assertThatCode(postgres::setRoles).doesNotThrowAnyException();
    }

    /** psql asks for it twice, and reads what is piped to it where there is no terminal. */
    private void typeNewPassword(String password) throws IOException {
        ProcessBuilder psql = new ProcessBuilder(List.of(
                        Machine.program("setsid").toString(),
                        "--wait",
                        Machine.postgresProgram("psql").toString(),
                        "--no-psqlrc",
                        "--username=postgres",
                        DATABASE,
                        "--command=\\password"))
                .redirectErrorStream(true);
        psql.environment()
                .putAll(Map.of(
                        "PGHOST", "127.0.0.1",
                        "PGPORT", Integer.toString(postgres.port()),
                        "PGPASSWORD", "secret of postgres"));
        Process process = psql.start();
        try (var typed = process.outputWriter()) {
            typed.write((password + "\n").repeat(2));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue()).as(said).isZero();
    }

    private void assertAdmitted(String role, String password) {
        assertThatCode(() -> postgres.connect(role, DATABASE, password).close()).doesNotThrowAnyException();
    }

    private void assertRefused(String role, String password) {
        assertThatThrownBy(() -> postgres.connect(role, DATABASE, password).close())
                .hasMessageContaining("password authentication failed");
    }
}
