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

/** The tables {@code outbox} and {@code stream_state}. */
@ApplicationScoped
class OutboxStore {
    /** By "not yet published", never by "later than the last": a position is drawn before its transaction commits. */
    private static final String WAITING =
            "select position, envelope, recipient from outbox where published_at is null order by position limit $1";

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

    /** The rows have become these entries, one each and in this order: so it is written with the commit. */
    void mark(Transaction transaction, String stream, List<Waiting> rows, List<EntryId> entries) {
        transaction.lastWords(Marks.class, () -> new Marks(stream, rows, entries));
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
