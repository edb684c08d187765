package org.medianest.commons.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.medianest.commons.consumer.TestEvents.GROUP;
import static org.medianest.commons.consumer.TestEvents.SOON;
import static org.medianest.commons.consumer.TestEvents.STREAM;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.commons.consumer.Ledger;
import org.medianest.commons.consumer.TestEvents;
import org.medianest.commons.event.AuthEvent.UserRegistered;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventEnvelope;
import org.medianest.commons.testing.PostgresAndRedis;
import org.medianest.commons.testing.TestTokens;

/** From the consumer that gives up on an event to the one that applies it after all, through real Postgres and Redis. */
@QuarkusTest
@WithTestResource(PostgresAndRedis.class)
@WithTestResource(TestTokens.class)
class DeadLettersTest {
    @Inject
    DeadLetters letters;

    @Inject
    TestEvents said;

    @Inject
    Ledger ledger;

    @Inject
    RedisDataSource redis;

    private final UUID user = UUID.randomUUID();
    private final String hopeless = "hopeless-" + user;

    @BeforeEach
    void nothingIsDead() {
        said.settle();
    }

    @Test
    void eventThatComesAgainIsBuriedOnce() {
        DeadLetter letter = buried();

        said.add(Map.of(EventEnvelope.STREAM_FIELD, letter.text()));
        everythingIsDone();

        assertThat(said.deadLetters()).hasSize(1);
    }

    @Test
    void letterThatWasDeletedByHandIsBuriedAgain() {
        String poison = "{not json " + user;
        said.add(Map.of(EventEnvelope.STREAM_FIELD, poison));
        DeadLetter letter = onlyLetter();
        redis.execute("XDEL", STREAM + ":dead", letter.id().entry().toString());

        said.add(Map.of(EventEnvelope.STREAM_FIELD, poison));

        assertThat(onlyLetter().text()).isEqualTo(poison);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "[]", "{\"type\":\"medianest.user.registered.v1\"}"})
    void jsonThatIsNoEventIsPoisonToo(String poison) {
        said.add(Map.of(EventEnvelope.STREAM_FIELD, poison));
        everythingIsDone();

        assertThat(onlyLetter())
                .satisfies(letter -> assertThat(letter.text()).isEqualTo(poison))
                .satisfies(letter -> assertThat(letter.event()).isEmpty())
                .satisfies(letter -> assertThat(letter.attempts()).isOne());
    }

    @Test
    void replayedEventIsAppliedOnceByTheConsumerThatGaveUpOnIt() {
        DeadLetter letter = buried();
        ledger.failFor(hopeless, 0);

        assertThat(replay(letter)).isTrue();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).containsExactly(hopeless));
        assertThat(said.entries())
                .contains(Map.of(EventEnvelope.STREAM_FIELD, letter.text(), EventEnvelope.RECIPIENT_FIELD, GROUP));
        assertThat(said.deadLetters()).isEmpty();
        assertThat(redis.key().exists(STREAM + ":dead:known")).isFalse();
        assertThat(replay(letter)).isFalse();
        everythingIsDone();
        assertThat(ledger.namesOf(user)).containsExactly(hopeless, "marker");
    }

    @Test
    void replayedEventThatFailsAgainIsADeadLetterAgain() {
        DeadLetter letter = buried();

        replay(letter);

        await().atMost(SOON).untilAsserted(() -> assertThat(said.deadLetters()).hasSize(1));
        assertThat(onlyLetter().id()).isNotEqualTo(letter.id());
        assertThat(onlyLetter().text()).isEqualTo(letter.text());
        assertThat(onlyLetter().attempts()).isEqualTo(5);
    }

    @Test
    void entryForSomebodyElseIsDoneWithoutEffect() {
        EventEnvelope theirs = EventCodec.wrap("/elsewhere", new UserRegistered(user, "theirs", List.of()), null);
        said.add(Map.of(
                EventEnvelope.STREAM_FIELD,
                EventCodec.encode(theirs),
                EventEnvelope.RECIPIENT_FIELD,
                "another-service"));
        said.add(Map.of(EventEnvelope.STREAM_FIELD, "{not json", EventEnvelope.RECIPIENT_FIELD, "another-service"));

        everythingIsDone();

        assertThat(ledger.namesOf(user)).containsExactly("marker");
        assertThat(said.deadLetters()).isEmpty();
        assertThat(said.count("select count(*) from processed_event where event_id = '" + theirs.id() + "'"))
                .isZero();
    }

    @Test
    void droppedEventIsGoneAndMayBeBuriedAgain() {
        String poison = "{not json " + user;
        said.add(Map.of(EventEnvelope.STREAM_FIELD, poison));
        DeadLetter letter = onlyLetter();

        assertThat(drop(letter)).isTrue();

        assertThat(drop(letter)).isFalse();
        assertThat(said.deadLetters()).isEmpty();
        said.add(Map.of(EventEnvelope.STREAM_FIELD, poison));
        assertThat(onlyLetter().text()).isEqualTo(poison);
    }

    @Test
    void letterStaysWhereItIsWhileRedisIsFull() {
        said.add(Map.of(EventEnvelope.STREAM_FIELD, "{not json"));
        DeadLetter letter = onlyLetter();
        long entries = said.entries().size();

        redis.execute("CONFIG", "SET", "maxmemory", "100kb");
        try {
            assertThatThrownBy(() -> replay(letter)).hasMessageContaining("OOM");
        } finally {
            redis.execute("CONFIG", "SET", "maxmemory", "0");
        }

        assertThat(onlyLetter()).isEqualTo(letter);
        assertThat(said.entries()).hasSize((int) entries);
    }

    @Test
    void redisThatForgotTheScriptIsToldItAgain() {
        said.add(Map.of(EventEnvelope.STREAM_FIELD, "{not json"));
        DeadLetter letter = onlyLetter();
        redis.execute("SCRIPT", "FLUSH");

        assertThat(drop(letter)).isTrue();
    }

    /** A dead letter of an event whose handler fails until it is told otherwise. */
    private DeadLetter buried() {
        ledger.failFor(hopeless, 1_000);
        said.publish(new UserRegistered(user, hopeless, List.of()));
        return onlyLetter();
    }

    private DeadLetter onlyLetter() {
        await().atMost(SOON).untilAsserted(() -> assertThat(said.deadLetters()).hasSize(1));
        return letters.list(20, null).await().indefinitely().items().getFirst();
    }

    /** What was said before has had its effect, or never will. */
    private void everythingIsDone() {
        said.publish(new UserRegistered(user, "marker", List.of()));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).contains("marker"));
        said.awaitThatNothingPends();
    }

    private boolean replay(DeadLetter letter) {
        return letters.replay(letter.id()).await().indefinitely();
    }

    private boolean drop(DeadLetter letter) {
        return letters.drop(letter.id()).await().indefinitely();
    }
}
