package org.medianest.commons.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.commons.database.Database;
import org.medianest.commons.event.AuthEvent.UserRegistered;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.outbox.Events;
import org.medianest.commons.redis.BlockingRedis;
import org.medianest.commons.redis.RedisCommands;
import org.medianest.commons.redis.RedisLines;
import org.medianest.commons.testing.EmbeddedRedis;
import org.medianest.commons.testing.PostgresAndRedis;
import org.medianest.commons.testing.RelayedRedis;
import org.medianest.commons.testing.TcpRelay;
import org.medianest.commons.testing.TestTokens;

/** Events while the way to Redis is bad, or leads to one that is no longer the primary. */
@QuarkusTest
@WithTestResource(PostgresAndRedis.class)
@WithTestResource(RelayedRedis.class)
@WithTestResource(TestTokens.class)
class BadLinesTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration OUTAGE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @SuppressWarnings("NullAway.Init") // RelayedRedis sets it
    TcpRelay relay;

    @Inject
    Database database;

    @Inject
    Events events;

    @Inject
    Ledger ledger;

    @Inject
    RedisCommands redis;

    @Inject
    Vertx vertx;

    private final UUID user = UUID.randomUUID();
    private final AtomicInteger said = new AtomicInteger();

    @BeforeEach
    void eventsFlow() {
        say();
        awaitAll(Duration.ofSeconds(30));
    }

    @AfterEach
    void allIsWell() {
        direct(PostgresAndRedis.redisUrl()).send(Command.REPLICAOF, "NO", "ONE");
        relay.target("127.0.0.1", primaryPort());
        relay.resume();
    }

    @Test
    void eventsFlowAgainWhenRedisAnswersAgain() {
        relay.hold();
        sayForAWhile();

        relay.resume();

        awaitAll(SOON);
    }

    @Test
    void eventsFlowAgainAfterSilentConnectionsAreReset() {
        relay.hold();
        sayForAWhile();

        relay.cut();
        relay.resume();

        awaitAll(SOON);
    }

    @Test
    void eventsFlowThroughSlicesAndResets() {
        relay.slice();

        for (int i = 0; i < 10; i++) {
            IntStream.range(0, 10).forEach(n -> say());
            relay.cut();
        }

        awaitAll(SOON);
    }

    @Test
    void nothingIsLostOrDoneTwiceWhenAnotherNodeBecomesThePrimary() {
        try (EmbeddedRedis other = EmbeddedRedis.start()) {
            BlockingRedis a = direct(PostgresAndRedis.redisUrl());
            BlockingRedis b = direct(other.url());
            replicate(b, primaryPort());
            IntStream.range(0, 50).forEach(n -> say());

            // open connections stay with the one that is a replica from now on
            relay.target("127.0.0.1", other.port());
            b.send(Command.REPLICAOF, "NO", "ONE");
            replicate(a, other.port());
            IntStream.range(0, 50).forEach(n -> say());

            awaitAll(Duration.ofSeconds(10));
            await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> write("after the failover"));
            assertThat(b.send(Command.GET, user.toString()).toString()).isEqualTo("after the failover");
            assertThat(b.send(Command.XLEN, EventStream.AUTH).toLong()).isGreaterThanOrEqualTo(101);

            relay.target("127.0.0.1", primaryPort());
            a.send(Command.REPLICAOF, "NO", "ONE");
            b.send(Command.REPLICAOF, "127.0.0.1", String.valueOf(primaryPort()));
            say();
            awaitAll(Duration.ofSeconds(10));
        }
    }

    private static int primaryPort() {
        return URI.create(PostgresAndRedis.redisUrl()).getPort();
    }

    private BlockingRedis direct(String url) {
        return new BlockingRedis(new RedisLines(vertx, url).open(PATIENCE));
    }

    private static void replicate(BlockingRedis replica, int port) {
        replica.send(Command.REPLICAOF, "127.0.0.1", String.valueOf(port));
        await().atMost(SOON)
                .until(() ->
                        replica.send(Command.INFO, "replication").toString().contains("master_link_status:up"));
    }

    private void write(String value) {
        redis.send(Request.cmd(Command.SET).arg(user.toString()).arg(value))
                .await()
                .atMost(PATIENCE);
    }

    private void sayForAWhile() {
        await().pollInterval(Duration.ofMillis(100))
                .during(OUTAGE)
                .atMost(OUTAGE.multipliedBy(3))
                .until(() -> {
                    say();
                    return true;
                });
    }

    private void say() {
        UserRegistered event = new UserRegistered(user, "n" + said.getAndIncrement(), List.of());
        database.inTransaction(transaction -> events.publish(transaction, event))
                .await()
                .indefinitely();
    }

    private void awaitAll(Duration atMost) {
        List<String> all = IntStream.range(0, said.get()).mapToObj(n -> "n" + n).toList();
        await().atMost(atMost)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).isEqualTo(all));
    }
}
