package org.medianest.commons.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.medianest.commons.database.Database;
import org.medianest.commons.testing.PostgresAndRedis;
import org.medianest.commons.testing.TestTokens;

@QuarkusTest
@WithTestResource(PostgresAndRedis.class)
@WithTestResource(TestTokens.class)
class OutboxStoreTest {
    @Inject
    OutboxStore store;

    @Inject
    Database database;

    private final UUID old = UUID.randomUUID();
    private final UUID fresh = UUID.randomUUID();

    @AfterEach
    void leaveNothing() {
        database.change("delete from outbox where event_id in ($1, $2)", old, fresh)
                .await()
                .indefinitely();
    }

    @Test
    void whatWasPublishedLongAgoIsForgottenAndWhatIsNewerIsKept() {
        published(old, Instant.now().minus(Duration.ofHours(2)));
        published(fresh, Instant.now().minus(Duration.ofMinutes(30)));

        store.forget(Duration.ofHours(1)).await().indefinitely();

        assertThat(isThere(old)).isFalse();
        assertThat(isThere(fresh)).isTrue();
    }

    private void published(UUID event, Instant when) {
        database.change("""
                        insert into outbox (event_id, envelope, published_at, entry_ms, entry_seq)
                        values ($1, 'said', now(), $2, 0)
                        """, event, when.toEpochMilli()).await().indefinitely();
    }

    private boolean isThere(UUID event) {
        return database.first(row -> row.getUUID("event_id"), "select event_id from outbox where event_id = $1", event)
                .await()
                .indefinitely()
                .isPresent();
    }
}
