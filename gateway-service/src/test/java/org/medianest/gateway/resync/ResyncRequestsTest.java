package org.medianest.gateway.resync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.medianest.commons.consumer.Resync;
import org.medianest.commons.database.Database;
import org.medianest.commons.event.EventCatalogue;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.event.StatusEvent.StatusResyncRequested;
import org.medianest.gateway.testing.House;

@QuarkusTest
@WithTestResource(House.class)
class ResyncRequestsTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String TYPE = EventCatalogue.typeOf(StatusResyncRequested.class);

    @Inject
    Resync resync;

    @Inject
    Database database;

    @Test
    void serviceWithNewTablesHasHeardWhatItConsumes() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                database.list(row -> row.getString(0), "select stream from heard_stream")
                                        .await()
                                        .atMost(SOON))
                        .contains(EventStream.MEDIA));
    }

    @Test
    void requestIsSaidOnOurOwnStream() {
        database.inTransaction(transaction -> resync.request(transaction, EventStream.MEDIA))
                .await()
                .atMost(SOON);

        assertThat(said()).last().asString().contains(EventStream.MEDIA, "gateway-service");
    }

    private List<String> said() {
        return database.list(
                        row -> row.getString(0),
                        "select envelope from outbox where envelope like $1 order by position",
                        "%" + TYPE + "%")
                .await()
                .atMost(SOON);
    }
}
