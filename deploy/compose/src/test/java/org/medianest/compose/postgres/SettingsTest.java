package org.medianest.compose.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medianest.compose.testing.Repository;

/** What holds for each version of PostgreSQL that runs with our files. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SettingsTest {
    private static final int MIGRATIONS_AT_ONCE = 4;
    private static final int POOL_BUDGET = 20;

    private OurPostgres postgres;

    abstract OurPostgres open(Path folder) throws IOException, SQLException;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, SQLException {
        postgres = open(folder);
    }

    @AfterAll
    void end() throws IOException {
        postgres.close();
    }

    @ParameterizedTest
    @CsvSource({
        "shared_buffers, 256MB",
        "wal_level, replica",
        "log_min_duration_statement, 1s",
        "log_lock_waits, on",
        "autovacuum, on",
        "data_checksums, on",
        "password_encryption, scram-sha-256",
        "max_connections, 60",
        "fsync, on",
        "full_page_writes, on",
        "synchronous_commit, on",
        "server_encoding, UTF8",
        "lc_collate, C.UTF-8",
        "log_timezone, UTC"
    })
    void settingIsInForce(String name, String value) throws SQLException {
        String setting = name.equals("lc_collate")
                ? postgres.ask(
                        "postgres", "medianest", "select datcollate from pg_database where datname = 'medianest'")
                : show(name);

        assertThat(setting).isEqualTo(value);
    }

    @Test
    void everyLineOfTheFilesIsUnderstood() throws SQLException {
        // what the command line says of this server's port and archive wins over the file
        assertThat(count("pg_file_settings where error is not null and error <> 'setting could not be applied'"))
                .isZero();
        assertThat(count("pg_hba_file_rules where error is not null")).isZero();
        assertThat(count("pg_ident_file_mappings where error is not null")).isZero();
    }

    @Test
    void nobodyIsTrusted() throws SQLException {
        assertThat(count("pg_hba_file_rules where auth_method not in ('scram-sha-256', 'peer')"))
                .isZero();
        assertThat(count("pg_hba_file_rules where auth_method = 'peer' and type <> 'local'"))
                .isZero();
        assertThat(count("pg_hba_file_rules where type = 'host' and address <> 'samenet'"))
                .isZero();
        assertThat(count("pg_authid where rolpassword is not null and rolpassword not like 'SCRAM-SHA-256$%'"))
                .isZero();
    }

    @Test
    void wrongPasswordAndWrongDatabaseAreRefused() {
        assertThatThrownBy(
                        () -> postgres.connect("auth", "medianest", "guessed").close())
                .hasMessageContaining("password authentication failed");
        assertThatThrownBy(() -> postgres.connect("auth", "postgres").close())
                .hasMessageContaining("no pg_hba.conf entry");
        assertThatThrownBy(() -> postgres.connect("backup", "medianest", "").close())
                .hasMessageContaining("no pg_hba.conf entry");
    }

    @Test
    void slowStatementIsInTheLogWithoutWhatPeopleTyped() throws SQLException {
        try (Connection connection = postgres.connect("auth", "medianest");
                PreparedStatement slow = connection.prepareStatement("select pg_sleep(1.2), ?::text as slow_one")) {
            slow.setString(1, "private words");
            slow.execute();
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(postgres.log())
                        .containsPattern(
                                "auth@medianest .*duration: 1[2-9]\\d\\d.*pg_sleep\\(1.2\\), \\$1::text as slow_one"));
        assertThat(postgres.log()).doesNotContain("private words");
    }

    @Test
    void poolsKeepTheBudgetAndTwiceOfThemFitBesideTheRest() throws SQLException {
        int pools = OurPostgres.SERVICES.values().stream()
                .mapToInt(service ->
                        Integer.parseInt(properties(service).getProperty("quarkus.datasource.reactive.max-size")))
                .sum();
        int migrations = MIGRATIONS_AT_ONCE
                * Integer.parseInt(
                        properties("auth-service").getProperty("quarkus.datasource.migrations.jdbc.max-size"));
        int monitor = Integer.parseInt(
                postgres.ask("postgres", "medianest", "select rolconnlimit from pg_roles where rolname = 'monitor'"));
        int reserve = Integer.parseInt(show("superuser_reserved_connections"));

        assertThat(pools).isLessThanOrEqualTo(POOL_BUDGET);
        assertThat(2 * POOL_BUDGET + migrations + monitor + reserve)
                .isLessThanOrEqualTo(Integer.parseInt(show("max_connections")));
    }

    String show(String name) throws SQLException {
        return postgres.ask("postgres", "medianest", "show " + name);
    }

    private int count(String what) throws SQLException {
        return Integer.parseInt(postgres.ask("postgres", "medianest", "select count(*) from " + what));
    }

    private static Properties properties(String service) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Repository.text(service + "/src/main/resources/application.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
