package org.medianest.commons.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.medianest.commons.consumer.TestEvents.GROUP;
import static org.medianest.commons.consumer.TestEvents.SOON;
import static org.medianest.commons.consumer.TestEvents.STREAM;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.commons.database.Database;
import org.medianest.commons.event.AuthEvent.UserRegistered;
import org.medianest.commons.event.DownloadEvent.DownloadCancelled;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventEnvelope;
import org.medianest.commons.outbox.Events;
import org.medianest.commons.testing.EventProbe;
import org.medianest.commons.testing.PostgresAndRedis;
import org.medianest.commons.testing.TestTokens;
import org.medianest.commons.trace.CurrentTrace;

/** From a transaction to the effect of a handler, through real Postgres and Redis, also when they misbehave. */
@QuarkusTest
@WithTestResource(PostgresAndRedis.class)
@WithTestResource(TestTokens.class)
class EventsTest {
    @Inject
    Database database;

    @Inject
    Events events;

    @Inject
    TestEvents said;

    @Inject
    Ledger ledger;

    @Inject
    RedisDataSource redis;

    private final UUID user = UUID.randomUUID();

    @BeforeEach
    void everythingIsQuiet() {
        said.settle();
    }

    @Test
    void eventsOfOneSubjectHaveTheirEffectsOnceAndInOrder() {
        List<String> names = IntStream.range(0, 500).mapToObj(n -> "n" + n).toList();

        names.forEach(this::say);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).isEqualTo(names));
        said.awaitThatNothingPends();
    }

    @Test
    void whatIsRolledBackIsNotSaid() {
        assertThatThrownBy(() -> database.inTransaction(transaction -> events.publish(transaction, registered("never"))
                                .chain(() -> Uni.createFrom().<Void>failure(new IllegalStateException("no"))))
                        .await()
                        .indefinitely())
                .hasMessage("no");
        say("after");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).isNotEmpty());
        assertThat(ledger.namesOf(user)).containsExactly("after");
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
        Thread slow = Thread.ofVirtual()
                .start(() -> database.inTransaction(transaction -> events.publish(transaction, registered("slow"))
                                .invoke(begun::countDown)
                                .chain(() -> Uni.createFrom()
                                        .<Void>item(() -> waitFor(end))
                                        .runSubscriptionOn(
                                                task -> Thread.ofVirtual().start(task))))
                        .await()
                        .indefinitely());
        begun.await();
        say("fast");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).containsExactly("fast"));

        end.countDown();
        slow.join();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).containsExactly("fast", "slow"));
    }

    @Test
    void secondDeliveryChangesNothing() {
        EventEnvelope envelope = EventCodec.wrap("/elsewhere", registered("twice"), null);

        new EventProbe(redis).say(STREAM, envelope);
        new EventProbe(redis).say(STREAM, envelope);
        say("marker");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).contains("marker"));
        assertThat(ledger.namesOf(user)).containsExactly("twice", "marker");
    }

    @Test
    void failingEventHoldsBackItsOwnSubjectOnlyAndKeepsItsOrder() {
        UUID other = UUID.randomUUID();
        String flaky = "flaky-" + user;
        ledger.failFor(flaky, 3);

        say(flaky);
        say("behind it");
        said.publish(new UserRegistered(other, "other", List.of()));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(other)).containsExactly("other"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).containsExactly(flaky, "behind it"));
        assertThat(said.deadLetters()).isEmpty();
        assertThat(said.count("select count(*) from event_attempt")).isZero();
    }

    @Test
    void failuresThatAnotherReplicaCountedAreForgottenWithTheSuccess() {
        EventEnvelope envelope = EventCodec.wrap("/elsewhere", registered("at last"), null);
        database.run("insert into event_attempt (event_id, attempts) values ($1, 3)", envelope.id())
                .await()
                .indefinitely();

        new EventProbe(redis).say(STREAM, envelope);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).containsExactly("at last"));
        assertThat(said.count("select count(*) from event_attempt")).isZero();
    }

    @Test
    void hopelessEventGoesToTheDeadLettersAndItsSubjectGoesOn() {
        String hopeless = "hopeless-" + user;
        ledger.failFor(hopeless, 1_000);

        say(hopeless);
        say("afterwards");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).containsExactly("afterwards"));
        assertThat(said.deadLetters())
                .singleElement()
                .satisfies(dead -> assertThat(dead)
                        .containsEntry("consumer", GROUP)
                        .containsEntry("attempts", "5")
                        .hasEntrySatisfying("error", error -> assertThat(error).contains("as the test wants"))
                        .hasEntrySatisfying("event", event -> assertThat(event).contains(hopeless)));
        assertThat(said.count("select count(*) from event_attempt")).isZero();
    }

    @Test
    void poisonIsKeptAsideAndStopsNobody() {
        EventEnvelope known = EventCodec.wrap("/elsewhere", registered("known"), null);
        String newer = EventCodec.encode(known).replace("registered.v1", "registered.v9");
        redis.stream(String.class).xadd(STREAM, Map.of("event", "{not json"));
        redis.stream(String.class).xadd(STREAM, Map.of("event", newer));
        redis.stream(String.class).xadd(STREAM, Map.of("else", "x"));

        say("unharmed");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).containsExactly("unharmed"));
        assertThat(said.deadLetters()).extracting(dead -> dead.get("event")).containsExactly("{not json", newer, "");
        said.awaitThatNothingPends();
    }

    @Test
    void whatADeadReplicaHeldIsTakenOverAndItsNameForgotten() {
        say("held");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).containsExactly("held"));
        EventEnvelope event =
                new EventProbe(redis).about(STREAM, user.toString()).getFirst();

        // it had the entry, and died before it committed
        database.inTransaction(transaction -> transaction
                        .change("delete from ledger where user_id = $1", user)
                        .chain(() -> transaction.change("delete from processed_event where event_id = $1", event.id())))
                .await()
                .indefinitely();
        giveToTheDead(said.lastEntry());

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).containsExactly("held"));
        said.awaitThatNothingPends();
        await().atMost(SOON).until(() -> consumers().equals(List.of("1")));
    }

    @Test
    void whatWasReadAndLostOnTheWayIsNotOvertaken() {
        String lost = EventCodec.encode(EventCodec.wrap("/elsewhere", registered("read and lost"), null));
        String next = EventCodec.encode(EventCodec.wrap("/elsewhere", registered("next"), null));
        say("first");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).containsExactly("first"));

        // as a read of ours that Redis gets late, from a line that we have given up
        redis.execute("EVAL", """
                redis.call('XADD', KEYS[1], '*', 'event', ARGV[2])
                redis.call('XREADGROUP', 'GROUP', ARGV[1], '1', 'STREAMS', KEYS[1], '>')
                redis.call('XADD', KEYS[1], '*', 'event', ARGV[3])
                """, "1", STREAM, GROUP, lost, next);

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(ledger.namesOf(user)).containsExactly("first", "read and lost", "next"));
        said.awaitThatNothingPends();
    }

    @Test
    void conflictsInPostgresAreNobodysFailure() {
        database.run("create sequence conflicts").await().indefinitely();
        database.run("""
                create function conflict() returns trigger language plpgsql as $$
                begin
                    if nextval('conflicts') <= 24 then
                        raise exception 'two waited for each other' using errcode = '40P01';
                    end if;
                    return new;
                end $$
                """).await().indefinitely();
        String conflicting = "conflicting-" + user;
        database.run("create trigger conflict before insert on ledger for each row when (new.name = '" + conflicting
                        + "') execute function conflict()")
                .await()
                .indefinitely();

        say(conflicting);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).containsExactly(conflicting));
        assertThat(said.deadLetters()).isEmpty();
    }

    @Test
    void entryThatWasDeletedWhileSomebodyHadItIsForgotten() {
        say("lost");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).containsExactly("lost"));
        String entry = said.lastEntry();

        giveToTheDead(entry);
        redis.execute("XDEL", STREAM, entry);

        said.awaitThatNothingPends();
    }

    @Test
    void redisThatLostEverythingIsFilledAgainAndNothingHappensTwice() {
        say("before");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).containsExactly("before"));

        redis.flushall();
        say("after");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).containsExactly("before", "after"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(new EventProbe(redis).about(STREAM, user.toString()))
                        .hasSize(2));
        said.awaitThatNothingPends();
    }

    @Test
    void addressedEventsAreAppliedByTheirRecipientOnly() {
        tell("another-service", "not", "ours");
        tell(GROUP, "ours", "ours too");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).containsExactly("ours", "ours too"));
        assertThat(recipients()).containsExactly("another-service", "another-service", GROUP, GROUP);
        said.awaitThatNothingPends();
    }

    @Test
    void recipientIsKeptWhenRedisHasLostEverything() {
        tell("another-service", "not ours");
        await().atMost(SOON).untilAsserted(() -> assertThat(recipients()).containsExactly("another-service"));

        redis.flushall();
        say("after");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).containsExactly("after"));
        assertThat(recipients()).containsExactly("another-service", "everybody");
    }

    @Test
    void streamThatLostItsEndIsFilledFromThere() {
        say("kept");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).containsExactly("kept"));
        String kept = said.lastEntry();
        say("lost");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).containsExactly("kept", "lost"));

        // what a failover to a replica that was behind looks like
        redis.execute("XDEL", STREAM, said.lastEntry());
        redis.execute("XSETID", STREAM, kept);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(new EventProbe(redis).about(STREAM, user.toString()))
                        .hasSize(2));
        assertThat(ledger.namesOf(user)).containsExactly("kept", "lost");
    }

    @Test
    void rowsWaitWhileRedisIsFull() {
        redis.execute("CONFIG", "SET", "maxmemory", "100kb");
        try {
            say("patient");
            await().during(Duration.ofMillis(500))
                    .atMost(SOON)
                    .until(() -> said.count("select count(*) from outbox where published_at is null") == 1);
        } finally {
            redis.execute("CONFIG", "SET", "maxmemory", "0");
        }

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).containsExactly("patient"));
    }

    @Test
    void traceOfTheRequestReachesTheHandler() throws Throwable {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        VertxContextSupport.subscribeAndAwait(() -> {
            CurrentTrace.begin(trace);
            return database.inTransaction(transaction -> events.publish(transaction, registered("traced")));
        });

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.tracesOf(user)).containsExactly(trace));
    }

    private void say(String name) {
        said.publish(registered(name));
    }

    private UserRegistered registered(String name) {
        return new UserRegistered(user, name, List.of());
    }

    private void tell(String recipient, String... names) {
        List<UserRegistered> told = Stream.of(names).map(this::registered).toList();
        database.inTransaction(transaction -> events.tell(transaction, recipient, told))
                .await()
                .indefinitely();
    }

    /** Whom the stream's entries about our user are for, oldest first. */
    private List<String> recipients() {
        return said.entries().stream()
                .filter(entry -> entry.getOrDefault("event", "").contains(user.toString()))
                .map(entry -> entry.getOrDefault("for", "everybody"))
                .toList();
    }

    private void giveToTheDead(String entry) {
        redis.execute("XCLAIM", STREAM, GROUP, "dead", "0", entry, "FORCE");
    }

    private List<String> consumers() {
        List<String> names = new ArrayList<>();
        redis.execute("XINFO", "CONSUMERS", STREAM, GROUP)
                .forEach(info -> names.add(info.get("name").toString()));
        return names;
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
