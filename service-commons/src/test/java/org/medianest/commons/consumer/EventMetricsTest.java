package org.medianest.commons.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.medianest.commons.consumer.TestEvents.SOON;
import static org.medianest.commons.consumer.TestEvents.STREAM;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventEnvelope;
import org.medianest.commons.testing.EventProbe;
import org.medianest.commons.testing.PostgresAndRedis;
import org.medianest.commons.testing.TestTokens;

/**
 * What is counted while things go well and while they do not. Gauges are not looked at: those of a service that ran before in the same
 * process stand in their place.
 */
@QuarkusTest
@WithTestResource(PostgresAndRedis.class)
@WithTestResource(TestTokens.class)
class EventMetricsTest {
    @Inject
    TestEvents said;

    @Inject
    Ledger ledger;

    @Inject
    RedisDataSource redis;

    private final UUID user = UUID.randomUUID();
    private final MeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void everythingIsQuiet() {
        said.settle();
        Metrics.addRegistry(meters);
    }

    @AfterEach
    void nobodyCounts() {
        Metrics.removeRegistry(meters);
    }

    @Test
    void eventsAreCountedWhereTheyAreSaidAndWhereTheyAreHeard() {
        said.say(user, "first");
        said.say(user, "second");

        await().atMost(SOON).until(() -> counter("medianest.outbox.published") >= 2);
        await().atMost(SOON).until(() -> ofStream("medianest.events.handled") >= 2);
        assertThat(transactions()).isPositive();
    }

    @Test
    void eventThatCameBeforeIsCountedApart() {
        EventEnvelope envelope = EventCodec.wrap("/elsewhere", TestEvents.registered(user, "twice"), null);

        new EventProbe(redis).say(STREAM, envelope);
        new EventProbe(redis).say(STREAM, envelope);

        await().atMost(SOON).until(() -> ofStream("medianest.events.handled") >= 2);
        assertThat(ofStream("medianest.events.repeated")).isEqualTo(1);
    }

    @Test
    void triesThatFailAndWhatIsGivenUpAreCounted() {
        String flaky = "flaky-" + user;
        ledger.failFor(flaky, 2);

        redis.stream(String.class).xadd(STREAM, Map.of("event", "{not json"));
        said.say(user, flaky);

        await().atMost(SOON).until(() -> ofStream("medianest.events.retries") >= 2);
        await().atMost(SOON).until(() -> ofStream("medianest.events.dead") >= 1);
    }

    private double counter(String name) {
        return meters.get(name).counter().count();
    }

    private double ofStream(String name) {
        return meters.get(name).tag("stream", STREAM).counter().count();
    }

    private long transactions() {
        return meters.get("medianest.events.handling")
                .tag("stream", STREAM)
                .timer()
                .count();
    }
}
