package org.medianest.commons.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.EntryId;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventEnvelope;

/** The tables {@code outbox} and {@code stream_state}. */
@ApplicationScoped
class OutboxStore {
    private static final String INSERT = "insert into outbox (event_id, envelope) values ($1, $2)";

    private static final String INSERT_FOR = """
            insert into outbox (event_id, envelope, recipient)
            select event_id, envelope, $3
            from unnest($1::uuid[], $2::text[]) with ordinality as said (event_id, envelope, nth) order by nth
            """;

    /** By "not yet published", never by "later than the last": a position is drawn before its transaction commits. */
    private static final String WAITING =
            "select position, envelope, recipient from outbox where published_at is null order by position limit $1";

    private static final String MARK = """
            update outbox set published_at = now(), entry_ms = entry.ms, entry_seq = entry.seq
            from unnest($1::bigint[], $2::bigint[], $3::bigint[]) as entry (position, ms, seq)
            where outbox.position = entry.position
            """;

    private static final String STATE = "select origin, last_ms, last_seq from stream_state where stream = $1";

    private static final String BEGIN_STREAM =
            "insert into stream_state (stream, origin) values ($1, $2) returning origin, last_ms, last_seq";

    private static final String HURRY = "select set_config('synchronous_commit', 'off', true)";

    private static final String ADVANCE = "update stream_state set last_ms = $2, last_seq = $3 where stream = $1";

    private static final String PUBLISH_AGAIN = """
            update outbox set published_at = null, entry_ms = null, entry_seq = null
            where published_at is not null and entry_ms >= $1 and (entry_ms, entry_seq) > ($1, $2)
            """;

    private static final String FORGET = """
            delete from outbox where position in (
                select position from outbox
                where published_at is not null
                    and entry_ms < (extract(epoch from now() - $1 * interval '1 second') * 1000)::bigint
                limit $2)
            """;

    private static final String BACKLOG = """
            select count(*) as events, coalesce(extract(epoch from now() - min(created_at)), 0)::double precision as seconds
            from outbox where published_at is null
            """;

    private final Database database;

    OutboxStore(Database database) {
        this.database = database;
    }

    /** @param recipient the one service that it is for, or null when it is for all */
    record Waiting(long position, String envelope, @Nullable String recipient) {}

    /** What is in the stream, as far as is known here: its name dies with its data. */
    record StreamState(String origin, EntryId last) {}

    /** How many events wait, and for how long the first. */
    record Backlog(long events, double seconds) {}

    Uni<Void> insert(Transaction transaction, EventEnvelope envelope) {
        return transaction
                .change(INSERT, envelope.id(), EventCodec.encode(envelope))
                .replaceWithVoid();
    }

    /** All of them in this order, for one service or, without a recipient, for all. */
    Uni<Void> insert(Transaction transaction, @Nullable String recipient, List<EventEnvelope> envelopes) {
        return transaction
                .change(
                        INSERT_FOR,
                        envelopes.stream().map(EventEnvelope::id).toList(),
                        envelopes.stream().map(EventCodec::encode).toList(),
                        recipient)
                .replaceWithVoid();
    }

    Uni<List<Waiting>> waiting(Transaction transaction, int limit) {
        return transaction.list(OutboxStore::waiting, WAITING, limit);
    }

    Uni<StreamState> state(Transaction transaction, String stream) {
        return transaction
                .first(OutboxStore::streamState, STATE, stream)
                .chain(known ->
                        known.map(state -> Uni.createFrom().item(state)).orElseGet(() -> begin(transaction, stream)));
    }

    private static Uni<StreamState> begin(Transaction transaction, String stream) {
        return transaction
                .first(
                        OutboxStore::streamState,
                        BEGIN_STREAM,
                        stream,
                        UUID.randomUUID().toString())
                .map(Optional::orElseThrow);
    }

    /**
     * What this transaction writes may be lost when Postgres crashes. Marks that are lost are made again with the repeated event, so nobody
     * waits for the disk.
     */
    Uni<Void> hurry(Transaction transaction) {
        return transaction.run(HURRY).replaceWithVoid();
    }

    /** The rows have become these entries, one each and in this order. */
    Uni<Void> mark(Transaction transaction, String stream, List<Waiting> rows, List<EntryId> entries) {
        EntryId last = entries.getLast();
        Uni<Void> marked = transaction
                .change(
                        MARK,
                        rows.stream().map(Waiting::position).toList(),
                        entries.stream().map(EntryId::millis).toList(),
                        entries.stream().map(EntryId::sequence).toList())
                .replaceWithVoid();
        return Uni.join()
                .all(marked, advance(transaction, stream, last))
                .andFailFast()
                .replaceWithVoid();
    }

    /** Everything after this entry waits again, as far as it is kept. */
    Uni<Integer> publishAgain(Transaction transaction, String stream, EntryId after) {
        return advance(transaction, stream, after)
                .chain(() -> transaction.change(PUBLISH_AGAIN, after.millis(), after.sequence()));
    }

    /** Deletes rows that were published so long ago. */
    Uni<Void> forget(Duration age) {
        return database.changeInPortions(FORGET, (double) age.toSeconds());
    }

    Uni<Backlog> backlog() {
        return database.first(row -> new Backlog(row.getLong("events"), row.getDouble("seconds")), BACKLOG)
                .map(Optional::orElseThrow);
    }

    private static Uni<Void> advance(Transaction transaction, String stream, EntryId last) {
        return transaction
                .change(ADVANCE, stream, last.millis(), last.sequence())
                .replaceWithVoid();
    }

    private static StreamState streamState(Row row) {
        return new StreamState(row.getString("origin"), new EntryId(row.getLong("last_ms"), row.getLong("last_seq")));
    }

    private static Waiting waiting(Row row) {
        return new Waiting(row.getLong("position"), row.getString("envelope"), row.getString("recipient"));
    }
}
