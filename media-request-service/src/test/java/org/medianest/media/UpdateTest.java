package org.medianest.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.flyway.FlywayDataSource;
import jakarta.inject.Inject;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.medianest.commons.database.Database;
import org.medianest.commons.testing.PostgresAndRedis;
import org.medianest.media.testing.MediaServiceTest;

@MediaServiceTest
class UpdateTest {
    @Inject
    @FlywayDataSource("migrations")
    Flyway configured;

    @Inject
    Database database;

    /** The tables of events have numbers below those of the service, so they come late to one that is there already. */
    @Test
    void tablesOfTheVersionBeforeAreUpdated() {
        PostgresAndRedis.administer("create schema update authorization media_owner");
        PostgresAndRedis.administer(
                "alter default privileges for role media_owner in schema update grant all on tables to media");
        PostgresAndRedis.administer("grant usage on schema update to media");
        Flyway flyway = Flyway.configure()
                .configuration(configured.getConfiguration())
                .schemas("update")
                .defaultSchema("update")
                .load();
        flyway.migrate();
        PostgresAndRedis.administer("drop table update.heard_stream");
        PostgresAndRedis.administer("alter table update.outbox drop column recipient");
        PostgresAndRedis.administer("delete from update.flyway_schema_history where version = '0.3'");

        flyway.migrate();

        assertThat(database.list(row -> row.getString(0), "select recipient from update.outbox")
                        .await()
                        .indefinitely())
                .isEmpty();
    }
}
