package org.medianest.commons.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.commons.redis.RedisHints;
import org.medianest.commons.testing.PostgresAndRedis;
import org.medianest.commons.testing.TestTokens;

@QuarkusTest
@WithTestResource(PostgresAndRedis.class)
@WithTestResource(TestTokens.class)
class RelayHintsTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    RelayHints hints;

    @Inject
    RedisDataSource redis;

    private final String stream = "events:test-" + UUID.randomUUID();
    private final AtomicInteger heard = new AtomicInteger();
    private RedisHints ears;

    @BeforeEach
    void listen() {
        ears = hints.hear(stream, heard::incrementAndGet);
        awaitListening();
    }

    @AfterEach
    void close() {
        ears.close();
    }

    @Test
    void hintIsHeard() {
        hints.tell(stream);

        await().atMost(SOON).until(() -> heard.get() == 1);
    }

    @Test
    void thousandCommitsAtOnceAreAFewHints() {
        for (int i = 0; i < 1_000; i++) {
            hints.tell(stream);
        }

        await().atMost(SOON).until(() -> heard.get() > 0);
        await().during(Duration.ofMillis(200)).atMost(SOON).until(() -> heard.get() < 20);
    }

    @Test
    void hintsAreHeardAgainAfterTheConnectionWasCut() {
        redis.execute("CLIENT", "KILL", "TYPE", "pubsub");
        awaitListening();

        hints.tell(stream);

        await().atMost(SOON).untilAsserted(() -> assertThat(heard).hasPositiveValue());
    }

    private void awaitListening() {
        await().atMost(SOON)
                .until(() -> redis.execute("PUBSUB", "NUMSUB", stream + ":hint")
                                .get(1)
                                .toLong()
                        == 1);
    }
}
