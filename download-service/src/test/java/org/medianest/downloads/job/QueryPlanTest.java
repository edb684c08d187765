package org.medianest.downloads.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.medianest.downloads.testing.QueueOnly;
import org.medianest.downloads.testing.ServiceTest;

/** With 20,000 downloads of 50 people, every query finds its rows by an index. */
@QuarkusTest
@TestProfile(QueueOnly.class)
class QueryPlanTest extends ServiceTest {
    private static final String SOMEBODY = "'00000000-0000-0000-0000-000000000007'";

    @Inject
    @DataSource("migrations")
    AgroalDataSource source;

    @BeforeEach
    void manyDownloads() {
        update("""
                insert into job (id, owner, username, url, quality, state, worker, lease_until, file_path, file_bytes, not_before,
                                 created_at, updated_at, finished_at)
                select gen_random_uuid(), ('00000000-0000-0000-0000-' || lpad((n % 50)::text, 12, '0'))::uuid, 'x',
                       'https://example.org', 'BEST', state,
                       case state when 'DOWNLOADING' then 'w' end, case state when 'DOWNLOADING' then now() + interval '1 hour' end,
                       case state when 'COMPLETED' then 'x/y.mp4' end, case state when 'COMPLETED' then 5 end,
                       now(), now(), now(), case state when 'COMPLETED' then now() end
                from (select n, case when n % 100 = 0 then 'QUEUED' when n % 1000 = 1 then 'DOWNLOADING' else 'COMPLETED' end as state
                      from generate_series(1, 20000) n) as made
                """);
        update("analyze job");
    }

    @AfterEach
    void fewDownloads() {
        update("delete from job");
    }

    static Stream<Arguments> queries() {
        return Stream.of(
                Arguments.of(
                        "list",
                        JobStore.PAGE
                                .replace("$1", SOMEBODY)
                                .replace("$2", "'ffffffff-ffff-ffff-ffff-ffffffffffff'")
                                .replace("$3", "21"),
                        "job_of_owner"),
                Arguments.of("claim", JobStore.CLAIM.replace("$1", "'w'").replace("$2", "30.0"), "job_waiting"),
                Arguments.of("running", JobStore.CLAIM.replace("$1", "'w'").replace("$2", "30.0"), "job_running"),
                Arguments.of("expired", JobStore.EXPIRED, "job_leased"),
                Arguments.of("left", JobStore.LEFT_BY.replace("$1", "'w'"), "job_leased"),
                Arguments.of("old", JobStore.LOCK_OLD.replace("$1", "86400"), "job_ended"),
                Arguments.of("waiting", JobStore.WAITING, "job_waiting"),
                Arguments.of(
                        "file",
                        JobInventory.NAMED_BY_ROWS.replace("$1", "array['a/b.mp4', 'c/d.mp4']"),
                        "job_file_path"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void queryIsServedByAnIndex(String name, String sql, String index) throws SQLException {
        String plan = explain(sql);

        assertThat(plan).doesNotContain("Seq Scan").contains(index);
    }

    private String explain(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setSchema("downloads");
            StringBuilder plan = new StringBuilder();
            try (ResultSet rows = statement.executeQuery("explain " + sql)) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }
}
