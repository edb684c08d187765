package org.medianest.commons.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.medianest.commons.consumer.Resync;
import org.medianest.commons.database.Database;
import org.medianest.commons.event.DomainEvent;
import org.medianest.commons.event.EventCatalogue;

/** A service asks for what was said before it came: the test of each that does extends this, and runs beside real servers. */
public abstract class ResyncRequesting {
    protected static final Duration SOON = Duration.ofSeconds(60);

    /** Whoever hears a request for it has nothing to say. */
    private static final String NOBODYS = "events:nobodys";

    private final String service;
    private final String type;
    private final Set<String> consumed;

    @Inject
    protected Database database;

    @Inject
    Resync resync;

    /**
     * @param request what it says on its own stream
     * @param consumed the streams that it hears, as far as they keep what is said
     */
    protected ResyncRequesting(String service, Class<? extends DomainEvent> request, String... consumed) {
        this.service = service;
        this.type = EventCatalogue.typeOf(request);
        this.consumed = Set.of(consumed);
    }

    @Test
    void serviceWithNewTablesHasHeardWhatItConsumes() {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(texts("select stream from heard_stream")).containsAll(consumed));
    }

    @Test
    void requestIsSaidOnOurOwnStream() {
        database.inTransaction(transaction -> resync.request(transaction, NOBODYS))
                .await()
                .atMost(SOON);

        assertThat(texts("select envelope from outbox where envelope like $1 order by position", "%" + type + "%"))
                .last()
                .asString()
                .contains(NOBODYS, service);
    }

    private List<String> texts(String query, Object... values) {
        return database.list(row -> row.getString(0), query, values).await().atMost(SOON);
    }
}
