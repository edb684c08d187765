package org.medianest.commons.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.medianest.commons.consumer.TestEvents.GROUP;
import static org.medianest.commons.consumer.TestEvents.SOON;
import static org.medianest.commons.consumer.TestEvents.STREAM;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.medianest.commons.event.DownloadEvent.DownloadCancelled;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventEnvelope;
import org.medianest.commons.outbox.Events;
import org.medianest.commons.testing.EventProbe;
import org.medianest.commons.testing.PostgresAndRedis;
import org.medianest.commons.testing.TestTokens;
import org.medianest.commons.trace.CurrentTrace;

/** From a transaction to the effect of a handler, through real Postgres and Redis. */
@QuarkusTest
@WithTestResource(PostgresAndRedis.class)
@WithTestResource(TestTokens.class)
class EventsTest extends WithTestEvents {
    @Inject
    Events events;

    @Test
    void eventsOfOneSubjectHaveTheirEffectsOnceAndInOrder() {
        List<String> names = IntStream.range(0, 500).mapToObj(n -> "n" + n).toList();

        names.forEach(name -> said.say(user, name));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).isEqualTo(names));
        said.awaitThatNothingPends();
    }

    @Test
    void whatIsRolledBackIsNotSaid() {
        assertThatThrownBy(() -> database.inTransaction(
                                transaction -> events.publish(transaction, TestEvents.registered(user, "never"))
                                        .chain(() -> Uni.createFrom().<Void>failure(new IllegalStateException("no"))))
                        .await()
                        .indefinitely())
                .hasMessage("no");
        said.say(user, "after");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).isNotEmpty());
        assertThat(ledger.namesOf(user)).containsExactly("after");
    }

    @Test
    void whatOneTransactionSaysIsSaidInItsOrder() {
        database.inTransaction(transaction -> events.publish(transaction, TestEvents.registered(user, "first"))
                        .chain(() -> events.tell(
                                transaction, "another-service", List.of(TestEvents.registered(user, "not ours"))))
                        .chain(() -> events.publish(
                                transaction,
                                List.of(TestEvents.registered(user, "second"), TestEvents.registered(user, "third")))))
                .await()
                .indefinitely();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).containsExactly("first", "second", "third"));
        assertThat(said.recipientsAbout(user))
                .containsExactly("everybody", "another-service", "everybody", "everybody");
    }

    @Test
    void whoHasNothingToSayMaySayNothing() {
        database.inTransaction(transaction -> events.publish(transaction, List.of())
                        .chain(() -> events.tell(transaction, "another-service", List.of())))
                .await()
                .atMost(SOON);
    }

    @Test
    void eventOfAnotherServiceCannotBeSaid() {
        DownloadCancelled foreign = new DownloadCancelled(UUID.randomUUID(), user);

        assertThatThrownBy(() -> database.inTransaction(transaction -> events.publish(transaction, foreign))
                        .await()
                        .indefinitely())
                .hasMessageContaining("does not write events:downloads");
    }

    @Test
    void slowTransactionIsPublishedAlthoughLaterOnesCameFirst() throws Throwable {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        EventEnvelope envelope = EventCodec.wrap("/elsewhere", TestEvents.registered(user, "slow"), null);
        // Past Events, whose row is written so late that the next position can hardly be drawn before its commit.
        Thread slow = Thread.ofVirtual()
                .start(() -> database.inTransaction(transaction -> transaction
                                .change(
                                        "insert into outbox (event_id, envelope) values ($1, $2)",
                                        envelope.id(),
                                        EventCodec.encode(envelope))
                                .invoke(begun::countDown)
                                .chain(() -> Uni.createFrom()
                                        .<Void>item(() -> waitFor(end))
                                        .runSubscriptionOn(
                                                task -> Thread.ofVirtual().start(task))))
                        .await()
                        .indefinitely());
        begun.await();
        said.say(user, "fast");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).containsExactly("fast"));

        end.countDown();
        slow.join();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).containsExactly("fast", "slow"));
    }

    @Test
    void secondDeliveryChangesNothing() {
        EventEnvelope envelope = EventCodec.wrap("/elsewhere", TestEvents.registered(user, "twice"), null);

        new EventProbe(redis).say(STREAM, envelope);
        new EventProbe(redis).say(STREAM, envelope);
        said.say(user, "marker");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).contains("marker"));
        assertThat(ledger.namesOf(user)).containsExactly("twice", "marker");
    }

    @Test
    void addressedEventsAreAppliedByTheirRecipientOnly() {
        said.tell(user, "another-service", "not", "ours");
        said.tell(user, GROUP, "ours", "ours too");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).containsExactly("ours", "ours too"));
        assertThat(said.recipientsAbout(user)).containsExactly("another-service", "another-service", GROUP, GROUP);
        said.awaitThatNothingPends();
    }

    @Test
    void traceOfTheRequestReachesTheHandler() throws Throwable {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        VertxContextSupport.subscribeAndAwait(() -> {
            CurrentTrace.begin(trace);
            return database.inTransaction(
                    transaction -> events.publish(transaction, TestEvents.registered(user, "traced")));
        });

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.tracesOf(user)).containsExactly(trace));
    }

    private static Void waitFor(CountDownLatch latch) {
        try {
            latch.await();
            return null;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
