package org.medianest.commons.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.StreamMessage;
import io.quarkus.redis.datasource.stream.StreamRange;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.medianest.commons.event.EntryId;
import org.medianest.commons.leader.Term;
import org.medianest.commons.outbox.OutboxStore.StreamState;
import org.medianest.commons.outbox.OutboxStore.Waiting;
import org.medianest.commons.outbox.StreamWriter.Outcome;
import org.medianest.commons.testing.PostgresAndRedis;
import org.medianest.commons.testing.TestTokens;

@QuarkusTest
@WithTestResource(PostgresAndRedis.class)
@WithTestResource(TestTokens.class)
class StreamWriterTest {
    @Inject
    StreamWriter writer;

    @Inject
    RedisDataSource redis;

    private final String stream = "events:test-" + UUID.randomUUID();
    private final String origin = UUID.randomUUID().toString();

    @Test
    void addsInOrderAndSaysWhichEntriesTheyBecame() {
        List<EntryId> entries = added(add(1, EntryId.ZERO, "a", "b", "c"));

        assertThat(entries).hasSize(3).isSorted();
        assertThat(redis.stream(String.class).xrange(stream, StreamRange.of("-", "+")))
                .extracting(message -> message.payload().get("event"))
                .containsExactly("a", "b", "c");
    }

    @Test
    void addressedEventNamesItsRecipientAndTheOthersNobody() {
        List<Waiting> rows = List.of(forAll("a"), new Waiting(0, "b", "somebody"), forAll("c"));

        writer.add(stream, new Term("relay", 1), new StreamState(origin, EntryId.ZERO), rows)
                .await()
                .indefinitely();

        assertThat(redis.stream(String.class).xrange(stream, StreamRange.of("-", "+")))
                .extracting(StreamMessage::payload)
                .containsExactly(Map.of("event", "a"), Map.of("event", "b", "for", "somebody"), Map.of("event", "c"));
    }

    @Test
    void formerLeaderAddsNothingAnyMore() {
        List<EntryId> entries = added(add(8, EntryId.ZERO, "by the new one"));

        assertThat(add(7, entries.getLast(), "by the old one")).isEqualTo(new Outcome.Fenced(8));
        assertThat(redis.stream(String.class).xlen(stream)).isOne();
    }

    /** Under volatile-lru a Redis that is full throws away what has an end. */
    @Test
    void nothingThatItKeepsHasAnEnd() {
        added(add(1, EntryId.ZERO, "a"));

        assertThat(Stream.of("", ":fence", ":origin", ":last"))
                .allSatisfy(key -> assertThat(redis.key().pttl(stream + key)).isEqualTo(-1));
    }

    @Test
    void streamThatIsGoneIsLostFromTheBeginning() {
        List<EntryId> entries = added(add(1, EntryId.ZERO, "a"));
        redis.key().del(stream, stream + ":origin");

        assertThat(add(1, entries.getLast(), "b")).isEqualTo(new Outcome.Lost(EntryId.ZERO));
        assertThat(redis.key().exists(stream)).isFalse();
    }

    @Test
    void anotherStreamOfTheSameNameIsNotMistakenForIt() {
        List<EntryId> entries = added(add(1, EntryId.ZERO, "a"));
        redis.key().del(stream, stream + ":origin");
        redis.stream(String.class).xadd(stream, Map.of("event", "of somebody else"));

        assertThat(add(1, entries.getLast(), "b")).isEqualTo(new Outcome.Lost(EntryId.ZERO));
    }

    @Test
    void trimmedStreamIsNotLost() {
        List<EntryId> entries = added(add(1, EntryId.ZERO, "a"));
        redis.execute("XTRIM", stream, "MAXLEN", "0");

        assertThat(add(1, entries.getLast(), "b")).isInstanceOf(Outcome.Added.class);
    }

    /** A dead letter that is replayed in the moment between a Redis that lost its end and the relay that sees it. */
    @Test
    void whatOthersAddDoesNotHideALostEnd() {
        List<EntryId> entries = added(add(1, EntryId.ZERO, "kept"));
        String kept = entries.getLast().toString();
        EntryId lost = added(add(1, entries.getLast(), "lost")).getLast();
        redis.execute("XDEL", stream, lost.toString());
        redis.execute("XSETID", stream, kept);
        redis.execute("SET", stream + ":last", kept);

        redis.stream(String.class).xadd(stream, Map.of("event", "replayed", "for", "somebody"));

        assertThat(add(1, lost, "next")).isEqualTo(new Outcome.Lost(entries.getLast()));
    }

    private Outcome add(long epoch, EntryId last, String... envelopes) {
        List<Waiting> rows = Stream.of(envelopes).map(StreamWriterTest::forAll).toList();
        return writer.add(stream, new Term("relay", epoch), new StreamState(origin, last), rows)
                .await()
                .indefinitely();
    }

    private static Waiting forAll(String envelope) {
        return new Waiting(0, envelope, null);
    }

    private static List<EntryId> added(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Added.class);
        return ((Outcome.Added) outcome).entries();
    }
}
