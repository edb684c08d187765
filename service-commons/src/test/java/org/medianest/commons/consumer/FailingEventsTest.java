package org.medianest.commons.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.medianest.commons.consumer.TestEvents.GROUP;
import static org.medianest.commons.consumer.TestEvents.SOON;
import static org.medianest.commons.consumer.TestEvents.STREAM;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medianest.commons.event.AuthEvent.UserRegistered;
import org.medianest.commons.event.DownloadEvent.DownloadCancelled;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventEnvelope;
import org.medianest.commons.testing.EventProbe;
import org.medianest.commons.testing.PostgresAndRedis;
import org.medianest.commons.testing.TestTokens;

/** Events whose handler fails, or that are none, and those behind them. */
@QuarkusTest
@WithTestResource(PostgresAndRedis.class)
@WithTestResource(TestTokens.class)
class FailingEventsTest extends WithTestEvents {
    @Test
    void failingEventHoldsBackItsOwnSubjectOnlyAndKeepsItsOrder() {
        UUID other = UUID.randomUUID();
        String flaky = "flaky-" + user;
        ledger.failFor(flaky, 3);

        said.say(user, flaky);
        said.say(user, "behind it");
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
        EventEnvelope envelope = EventCodec.wrap("/elsewhere", TestEvents.registered(user, "at last"), null);
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

        said.say(user, hopeless);
        said.say(user, "afterwards");

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
        ledger.failFor(hopeless, 0); // it comes again, into another test, when Redis is emptied there
    }

    @Test
    void poisonIsKeptAsideAndStopsNobody() {
        EventEnvelope known = EventCodec.wrap("/elsewhere", TestEvents.registered(user, "known"), null);
        String newer = EventCodec.encode(known).replace("registered.v1", "registered.v9");
        redis.stream(String.class).xadd(STREAM, Map.of("event", "{not json"));
        redis.stream(String.class).xadd(STREAM, Map.of("event", newer));
        redis.stream(String.class).xadd(STREAM, Map.of("else", "x"));

        said.say(user, "unharmed");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).containsExactly("unharmed"));
        assertThat(said.deadLetters()).extracting(dead -> dead.get("event")).containsExactly("{not json", newer, "");
        said.awaitThatNothingPends();
    }

    /** Here nothing hears that type, but what becomes of it is decided before anybody is asked. */
    @Test
    void eventOnTheStreamOfAnotherServiceIsKeptAside() {
        EventEnvelope foreign = EventCodec.wrap("/download-service", new DownloadCancelled(user, user), null);
        new EventProbe(redis).say(STREAM, foreign);

        said.say(user, "unharmed");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).containsExactly("unharmed"));
        assertThat(said.deadLetters())
                .singleElement()
                .satisfies(dead -> assertThat(dead)
                        .containsEntry("event", EventCodec.encode(foreign))
                        .hasEntrySatisfying(
                                "error", error -> assertThat(error).contains("is told on events:downloads")));
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

        said.say(user, conflicting);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).containsExactly(conflicting));
        assertThat(said.deadLetters()).isEmpty();
    }
}
