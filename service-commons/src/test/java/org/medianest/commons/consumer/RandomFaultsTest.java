package org.medianest.commons.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.medianest.commons.database.Database;
import org.medianest.commons.event.AuthEvent.UserRegistered;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.outbox.Events;
import org.medianest.commons.testing.PostgresAndRedis;
import org.medianest.commons.testing.TestTokens;

/**
 * Thousands of events while something breaks every other moment. Afterwards each had its effect once, those of a subject in their
 * order, and nothing is left lying about.
 */
@QuarkusTest
@WithTestResource(PostgresAndRedis.class)
@WithTestResource(TestTokens.class)
class RandomFaultsTest {
    private static final Logger LOG = Logger.getLogger(RandomFaultsTest.class);
    private static final int SUBJECTS = 20;
    private static final int EVENTS_OF_EACH = 100;
    private static final Duration BETWEEN_FAULTS = Duration.ofMillis(700);
    private static final Duration RECOVERY = Duration.ofSeconds(60);

    @Inject
    Database database;

    @Inject
    Events events;

    @Inject
    Ledger ledger;

    @Inject
    RedisDataSource redis;

    private final long seed = Long.getLong("medianest.test.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<UUID> subjects =
            IntStream.range(0, SUBJECTS).mapToObj(n -> UUID.randomUUID()).toList();

    private enum Fault {
        POSTGRES_CONNECTIONS_CUT,
        REDIS_CONNECTIONS_CUT,
        REDIS_EMPTIED,
        REDIS_FULL,
        LEADERS_REPLACED,
        HANDLER_FAILS
    }

    @Test
    void everyEventHasItsEffectOnceAndInOrderWhateverBreaks() throws InterruptedException {
        LOG.infof("again with -Dmedianest.test.seed=%d", seed);
        AtomicBoolean publishing = new AtomicBoolean(true);
        Thread faults = Thread.ofVirtual().start(() -> breakThings(publishing));

        List<Thread> publishers = subjects.stream()
                .map(subject -> Thread.ofVirtual().start(() -> publishAll(subject)))
                .toList();
        for (Thread publisher : publishers) {
            publisher.join();
        }
        publishing.set(false);
        faults.join();

        List<String> expected =
                IntStream.range(0, EVENTS_OF_EACH).mapToObj(n -> "n" + n).toList();
        await().atMost(RECOVERY)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(subjects)
                        .as("seed %d", seed)
                        .allSatisfy(
                                subject -> assertThat(ledger.namesOf(subject)).isEqualTo(expected)));
        await().atMost(RECOVERY)
                .ignoreExceptions()
                .until(() -> count("select count(*) from outbox where published_at is null") == 0);
        await().atMost(RECOVERY).ignoreExceptions().until(() -> pending() == 0);
    }

    private void breakThings(AtomicBoolean publishing) {
        List<Fault> done = new ArrayList<>();
        while (publishing.get()) {
            Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
            done.add(fault);
            apply(fault);
            await().pollDelay(BETWEEN_FAULTS).until(() -> true);
        }
        redis("CONFIG", "SET", "maxmemory", "0");
        LOG.infof("seed %d: %s", seed, done);
    }

    private void apply(Fault fault) {
        switch (fault) {
            case POSTGRES_CONNECTIONS_CUT ->
                tolerant("select pg_terminate_backend(pid) from pg_stat_activity where backend_type = 'client backend'"
                        + " and pid <> pg_backend_pid()");
            case REDIS_CONNECTIONS_CUT -> redis("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
            case REDIS_EMPTIED -> redis("FLUSHALL");
            case REDIS_FULL -> {
                redis("CONFIG", "SET", "maxmemory", "100kb");
                await().pollDelay(BETWEEN_FAULTS).until(() -> true);
                redis("CONFIG", "SET", "maxmemory", "0");
            }
            case LEADERS_REPLACED ->
                tolerant("update leadership set holder = 'somebody', epoch = epoch + 1," + " until = 'epoch'");
            case HANDLER_FAILS -> ledger.failFor("n" + random.nextInt(EVENTS_OF_EACH), 2);
        }
    }

    private void publishAll(UUID subject) {
        for (int n = 0; n < EVENTS_OF_EACH; n++) {
            publish(subject, "n" + n);
        }
    }

    /** As a client who may get no answer: then it looks whether the change is there, and tries again if not. */
    private void publish(UUID subject, String name) {
        await().atMost(RECOVERY).ignoreExceptions().until(() -> say(subject, name) || isSaid(subject, name));
    }

    private boolean say(UUID subject, String name) {
        try {
            database.inTransaction(
                            transaction -> events.publish(transaction, new UserRegistered(subject, name, List.of())))
                    .await()
                    .atMost(Duration.ofSeconds(5));
            return true;
        } catch (RuntimeException noAnswer) {
            return false;
        }
    }

    private boolean isSaid(UUID subject, String name) {
        return database.first(
                        row -> row.getLong(0),
                        "select count(*) from outbox where envelope::json -> 'data' ->> 'userId' = $1"
                                + " and envelope::json -> 'data' ->> 'username' = $2",
                        subject.toString(),
                        name)
                .await()
                .atMost(Duration.ofSeconds(5))
                .map(found -> found > 0)
                .orElse(false);
    }

    /** Its own connection may be one of those that were cut. */
    private void redis(String command, String... arguments) {
        await().atMost(RECOVERY).ignoreExceptions().until(() -> {
            redis.execute(command, arguments);
            return true;
        });
    }

    private void tolerant(String sql) {
        try {
            database.run(sql).await().atMost(Duration.ofSeconds(5));
        } catch (RuntimeException ownConnectionWasCutToo) {
            LOG.debugf("%s", ownConnectionWasCutToo);
        }
    }

    private long pending() {
        return redis.execute("XPENDING", EventStream.AUTH, "events-under-test")
                .get(0)
                .toLong();
    }

    private long count(String sql) {
        return database.first(row -> row.getLong(0), sql).await().indefinitely().orElseThrow();
    }
}
