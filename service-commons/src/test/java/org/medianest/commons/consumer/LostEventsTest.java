package org.medianest.commons.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.medianest.commons.consumer.TestEvents.GROUP;
import static org.medianest.commons.consumer.TestEvents.SOON;
import static org.medianest.commons.consumer.TestEvents.STREAM;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventEnvelope;
import org.medianest.commons.testing.EventProbe;
import org.medianest.commons.testing.PostgresAndRedis;
import org.medianest.commons.testing.TestTokens;

/** Redis loses what it was given, or a replica dies with it in its hands, and all of it has its effect nevertheless. */
@QuarkusTest
@WithTestResource(PostgresAndRedis.class)
@WithTestResource(TestTokens.class)
class LostEventsTest extends WithTestEvents {
    @Test
    void whatADeadReplicaHeldIsTakenOverAndItsNameForgotten() {
        said.say(user, "held");
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
        String lost =
                EventCodec.encode(EventCodec.wrap("/elsewhere", TestEvents.registered(user, "read and lost"), null));
        String next = EventCodec.encode(EventCodec.wrap("/elsewhere", TestEvents.registered(user, "next"), null));
        said.say(user, "first");
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
    void entryThatWasDeletedWhileSomebodyHadItIsForgotten() {
        said.say(user, "lost");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).containsExactly("lost"));
        String entry = said.lastEntry();

        giveToTheDead(entry);
        redis.execute("XDEL", STREAM, entry);

        said.awaitThatNothingPends();
    }

    /** Postgres was restored by hand, and Redis still knows of a relay that was elected later. */
    @Test
    void fenceOfAPostgresThatIsNoMoreKeepsNobodyFromSpeaking() {
        redis.value(Long.class).set(STREAM + ":fence", 1_000_000L);

        said.say(user, "after the restore");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).containsExactly("after the restore"));
        assertThat(redis.value(Long.class).get(STREAM + ":fence")).isEqualTo(1_000_001);
    }

    @Test
    void redisThatLostEverythingIsFilledAgainAndNothingHappensTwice() {
        said.say(user, "before");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).containsExactly("before"));

        redis.flushall();
        said.say(user, "after");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).containsExactly("before", "after"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(new EventProbe(redis).about(STREAM, user.toString()))
                        .hasSize(2));
        said.awaitThatNothingPends();
    }

    @Test
    void recipientIsKeptWhenRedisHasLostEverything() {
        said.tell(user, "another-service", "not ours");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(said.recipientsAbout(user)).containsExactly("another-service"));

        redis.flushall();
        said.say(user, "after");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).containsExactly("after"));
        assertThat(said.recipientsAbout(user)).containsExactly("another-service", "everybody");
    }

    @Test
    void streamThatLostItsEndIsFilledFromThere() {
        said.say(user, "kept");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).containsExactly("kept"));
        String kept = said.lastEntry();
        said.say(user, "lost");
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
            said.say(user, "patient");
            await().during(Duration.ofMillis(500))
                    .atMost(SOON)
                    .until(() -> said.count("select count(*) from outbox where published_at is null") == 1);
        } finally {
            redis.execute("CONFIG", "SET", "maxmemory", "0");
        }

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).containsExactly("patient"));
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
}
