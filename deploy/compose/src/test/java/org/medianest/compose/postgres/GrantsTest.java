package org.medianest.compose.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.compose.testing.OperatorPages;
import org.medianest.compose.testing.OperatorPages.Text;
import org.medianest.compose.testing.Repository;

/** Who may do what in Postgres, after the roles were set and the tables made as in production. */
class GrantsTest {
    private static final String DATABASE = "medianest";

    /** In a command: {@code psql … -c 'select …'}. */
    private static final Pattern IN_PSQL = Pattern.compile("psql .*-c '([^']+)'");

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

    @ParameterizedTest
    @ValueSource(strings = {"auth", "media", "downloads", "status"})
    void serviceReadsAndWritesTheRowsOfAllItsTables(String role) throws SQLException {
        String perTable = """
                select string_agg(distinct privileges, ' / ') from (
                    select string_agg(privilege_type, ',' order by privilege_type) privileges
                    from information_schema.role_table_grants where grantee = '%1$s' and table_schema = '%1$s' group by table_name) each
                """.formatted(role);
        String tables = "select count(*) from pg_tables where schemaname = '%s' and tableowner = '%s_owner'"
                .formatted(role, role);

        assertThat(postgres.ask("postgres", DATABASE, perTable)).isEqualTo("DELETE,INSERT,SELECT,UPDATE");
        assertThat(Integer.parseInt(postgres.ask("postgres", DATABASE, tables))).isGreaterThan(7);
        postgres.execute(
                role,
                DATABASE,
                "insert into outbox (event_id, envelope) values (gen_random_uuid(), '{}')",
                "update outbox set published_at = now()",
                "select * from outbox for update",
                "delete from outbox");
    }

    @ParameterizedTest
    @CsvSource({
        "auth, downloads",
        "auth, media",
        "auth, status",
        "media, auth",
        "media, downloads",
        "media, status",
        "downloads, auth",
        "downloads, media",
        "downloads, status",
        "status, auth",
        "status, media",
        "status, downloads",
        "monitor, auth",
        "monitor, media",
        "monitor, downloads",
        "monitor, status",
        "auth_owner, media",
        "media_owner, auth",
        "downloads_owner, auth",
        "status_owner, auth"
    })
    void nobodySeesWhatIsAnothers(String role, String schema) {
        assertThatThrownBy(() -> postgres.ask(role, DATABASE, "select count(*) from " + schema + ".outbox"))
                .hasMessageContaining("permission denied for schema " + schema);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table mine (name text)",
                "create table public.mine (name text)",
                "alter table outbox add column mine text",
                "alter table outbox owner to auth",
                "drop table outbox",
                "truncate outbox",
                "create index mine on outbox (envelope)",
                "create schema mine",
                "create extension pg_trgm",
                "create role mine",
                "drop schema auth cascade",
                "set role auth_owner",
                "alter role auth connection limit 1000",
                "alter system set log_lock_waits = off",
                "copy outbox to program 'id'",
                "copy outbox to '/tmp/outbox'",
                "select pg_read_file('PG_VERSION')",
                "select * from pg_authid"
            })
    void serviceChangesNothingButRows(String statement) {
        assertThatThrownBy(() -> postgres.execute("auth", DATABASE, statement))
                .as(statement)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
    }

    @Test
    void whatTheOwnerMakesLaterItsServiceMayUse() throws SQLException {
        postgres.execute(
                "media_owner",
                DATABASE,
                "create table later (id bigserial primary key, name text)",
                "create function twice(n integer) returns integer language sql as 'select 2 * n'");

        postgres.execute("media", DATABASE, "insert into later (name) values ('it')");

        assertThat(postgres.ask("media", DATABASE, "select name || twice(id::integer) from later"))
                .isEqualTo("it2");
        assertThatThrownBy(() -> postgres.execute("media", DATABASE, "drop table later"))
                .hasMessageContaining("must be owner");
        postgres.execute("media_owner", DATABASE, "drop table later", "drop function twice");
    }

    @Test
    void monitorSeesFigures() throws SQLException {
        assertThat(postgres.ask("monitor", DATABASE, "select count(*) from pg_stat_activity where query <> ''"))
                .isNotEqualTo("0");
        assertThat(postgres.ask("monitor", DATABASE, "select pg_database_size('medianest')"))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "auth, 30s, 10s, 1min, auth",
        "status, 30s, 10s, 1min, status",
        "auth_owner, 30min, 10s, 1h, auth",
    })
    void eachRoleHasItsTimeLimits(String role, String statement, String lock, String idle, String path)
            throws SQLException {
        assertThat(postgres.ask(role, DATABASE, "show statement_timeout")).isEqualTo(statement);
        assertThat(postgres.ask(role, DATABASE, "show lock_timeout")).isEqualTo(lock);
        assertThat(postgres.ask(role, DATABASE, "show idle_in_transaction_session_timeout"))
                .isEqualTo(idle);
        assertThat(postgres.ask(role, DATABASE, "show search_path")).isEqualTo(path);
    }

    /** Until there were owners, the role of a service owned its schema and all in it. */
    @Test
    void tablesOfBeforeAreHandedOverWithTheirRows() throws SQLException {
        postgres.execute("postgres", "postgres", "create database before");
        postgres.execute(
                "postgres",
                "before",
                "create schema auth authorization auth",
                "set role auth",
                "create table auth.person (id bigint generated always as identity primary key, name text)",
                "create table auth.flyway_schema_history (version text)",
                "create index person_name on auth.person (name)",
                "insert into auth.person (name) values ('Ada')");
        String roles =
                Repository.text("infrastructure/postgres/roles.sql").replaceAll(":'(\\w+)_password'", "'secret of $1'");

        postgres.execute("postgres", "before", roles);

        postgres.execute("postgres", "before", "set role auth", "insert into auth.person (name) values ('Bo')");
        assertThat(postgres.ask("postgres", "before", "select string_agg(name, ',' order by id) from auth.person"))
                .isEqualTo("Ada,Bo");
        assertThat(postgres.ask(
                        "postgres",
                        "before",
                        "select string_agg(distinct tableowner, ',') from pg_tables where schemaname = 'auth'"))
                .isEqualTo("auth_owner");
        for (String statement : new String[] {"drop table auth.person", "truncate auth.person", "drop schema auth"}) {
            assertThatThrownBy(() -> postgres.execute("postgres", "before", "set role auth", statement))
                    .as(statement)
                    .isInstanceOf(SQLException.class);
        }
        postgres.execute("postgres", "before", "set role auth_owner", "alter table auth.person add column age integer");
    }

    /** That of docs/operations; Postgres plans it. */
    @Test
    void whatAnOperatorIsToldToAskFitsOurTables() {
        List<Text> queries = Stream.concat(
                        OperatorPages.queries(),
                        OperatorPages.commands()
                                .flatMap(told -> IN_PSQL.matcher(told.text())
                                        .results()
                                        .map(query -> new Text(told.page(), query.group(1)))))
                .toList();

        assertThat(queries)
                .hasSizeGreaterThan(4)
                .allSatisfy(query -> assertThatCode(() -> postgres.execute(
                                "postgres", DATABASE, "explain " + query.text().replace("PID", "1")))
                        .as(query.toString())
                        .doesNotThrowAnyException());
    }
}
