package org.medianest.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.flyway.FlywayDataSource;
import jakarta.inject.Inject;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.medianest.commons.database.Database;
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
        Flyway flyway = Flyway.configure()
                .configuration(configured.getConfiguration())
                .schemas("update")
                .defaultSchema("update")
                .load();
        flyway.migrate();
        run("drop table update.heard_stream");
        run("alter table update.outbox drop column recipient");
        run("delete from update.flyway_schema_history where version = '0.3'");

        flyway.migrate();

        assertThat(database.list(row -> row.getString(0), "select recipient from update.outbox")
                        .await()
                        .indefinitely())
                .isEmpty();
    }

    private void run(String statement) {
        database.run(statement).await().indefinitely();
    }
}
