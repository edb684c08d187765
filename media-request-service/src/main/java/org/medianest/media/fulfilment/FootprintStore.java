package org.medianest.media.fulfilment;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;
import org.medianest.media.catalogue.TitleId;

/** The columns of the table {@code commission} that say what is ours at a system, and what becomes of it. */
@ApplicationScoped
class FootprintStore {
    private static final String OURS =
            "select ours from commission where request_id = $1 and ended_at is null for update";

    private static final String NOTE = "update commission set ours = $2 where request_id = $1";

    /** Also when it was never handed over: then the row stands in the way of whoever is about to. */
    private static final String CANCEL = """
            insert into commission
                (request_id, requester_id, media_type, tmdb_id, title, seasons, stage, next_at, ended_at, taking_back)
            values ($1, $2, $3, $4, $5, $6, $7, now(), now(), 'DONE')
            on conflict (request_id) do update
            set ended_at = coalesce(commission.ended_at, now()), next_at = now(), failures = 0,
                taking_back = case when commission.ours is null then 'DONE' else $8 end
            returning ours is not null
            """;

    /** What is further ahead than anybody puts it was put there before the clock was set back: it would wait for hours. */
    private static final String DUE = "select " + CommissionStore.COLUMNS + """
             from commission
            where taking_back in ('WANTED', 'RUNNING') and (next_at <= now() or next_at > now() + make_interval(secs => $1))
            order by next_at limit 20
            """;

    private static final String OF_TITLE = "select " + CommissionStore.COLUMNS + """
            , ended_at is null as open, taking_back
            from commission where media_type = $1 and tmdb_id = $2 and (ended_at is null or taking_back in ('WANTED', 'RUNNING', 'LEFT'))
            order by created_at for update
            """;

    private static final String LEFT = "select " + CommissionStore.COLUMNS + """
             from commission where media_type = $1 and tmdb_id = $2 and taking_back = 'LEFT' order by created_at for update
            """;

    private static final String FORGET_LEFT = """
            update commission set taking_back = 'DONE', ours = null where media_type = $1 and tmdb_id = $2 and taking_back = 'LEFT'
            """;

    private static final String RUNNING = """
            select true from commission
            where media_type = $1 and tmdb_id = $2 and taking_back = 'RUNNING' and next_at > now() limit 1
            """;

    private static final String BEGIN = """
            update commission set taking_back = 'RUNNING', ours = $2, next_at = now() + make_interval(secs => $3)
            where request_id = $1
            """;

    private static final String AGAIN = """
            update commission set taking_back = 'WANTED', next_at = now() + make_interval(secs => $2), failures = $3
            where request_id = $1
            """;

    private static final String DONE = "update commission set taking_back = 'DONE', ours = null where request_id = $1";

    private final Database database;

    FootprintStore(Database database) {
        this.database = database;
    }

    /** An order of a title, as one of several. */
    record Sibling(Commission order, boolean isOpen, boolean isLeft) {
        boolean isOf(Commission other) {
            return order.requestId().equals(other.requestId());
        }
    }

    /** What was left for somebody who still waits belongs to whoever orders the title next. The title is locked. */
    Uni<Commission> adopt(Transaction transaction, Commission order) {
        return transaction
                .list(
                        CommissionStore::commission,
                        LEFT,
                        order.title().type(),
                        order.title().tmdbId())
                .chain(left -> left.isEmpty() ? Uni.createFrom().item(order) : adopt(transaction, order, left));
    }

    private Uni<Commission> adopt(Transaction transaction, Commission order, List<Commission> left) {
        Footprint last = Objects.requireNonNull(left.getLast().ours(), "left means ours");
        Footprint first = order.ours() == null ? last : order.ours();
        Commission adopting = order.owning(first.and(left));
        return note(transaction, order.requestId(), adopting.ours())
                .chain(() -> transaction.change(
                        FORGET_LEFT, order.title().type(), order.title().tmdbId()))
                .replaceWith(adopting);
    }

    /** Adds to what is ours; says what it was before. */
    Uni<Optional<Footprint>> add(UUID requestId, Footprint change) {
        return database.inTransaction(transaction -> transaction
                .first(row -> footprint(row, "ours"), OURS, requestId)
                .map(found -> found.orElseThrow(Ledger.OrderEnded::new))
                .call(before -> note(transaction, requestId, change.and(before.orElse(null)))));
    }

    Uni<Void> note(UUID requestId, @Nullable Footprint ours) {
        return database.inTransaction(transaction -> note(transaction, requestId, ours));
    }

    Uni<Void> note(Transaction transaction, UUID requestId, @Nullable Footprint ours) {
        return transaction
                .change(NOTE, requestId, ours == null ? null : ours.json())
                .replaceWithVoid();
    }

    /** Whether anything is ours. */
    Uni<Boolean> cancel(Transaction transaction, Cancelled order, boolean isLeft) {
        return transaction
                .first(
                        row -> row.getBoolean(0),
                        CANCEL,
                        order.requestId(),
                        order.requesterId(),
                        order.title().type(),
                        order.title().tmdbId(),
                        order.name(),
                        order.seasons().toArray(Integer[]::new),
                        StageJson.write(new Stage.Approved()),
                        isLeft ? "LEFT" : "WANTED")
                .map(found -> found.orElse(false));
    }

    /** @param longest how far ahead a next try may be */
    Uni<List<Commission>> due(Duration longest) {
        return database.list(CommissionStore::commission, DUE, seconds(longest));
    }

    /** Whether just now something of the title is taken back. */
    Uni<Boolean> isRunning(TitleId title) {
        return database.first(row -> true, RUNNING, title.type(), title.tmdbId())
                .map(Optional::isPresent);
    }

    /** All that matter of a title, the oldest first; the title is locked against new ones. */
    Uni<List<Sibling>> ofTitle(Transaction transaction, TitleId title) {
        return CommissionStore.lockTitle(transaction, title)
                .chain(() -> transaction.list(
                        row -> new Sibling(
                                CommissionStore.commission(row),
                                row.getBoolean("open"),
                                "LEFT".equals(row.getString("taking_back"))),
                        OF_TITLE,
                        title.type(),
                        title.tmdbId()));
    }

    /** Nobody else hands over or takes back anything of the title for so long. */
    Uni<Void> begin(Transaction transaction, UUID requestId, Footprint ours, Duration lease) {
        return transaction.change(BEGIN, requestId, ours.json(), seconds(lease)).replaceWithVoid();
    }

    Uni<Void> again(UUID requestId, Duration pause, int failures) {
        return database.change(AGAIN, requestId, seconds(pause), failures).replaceWithVoid();
    }

    Uni<Void> done(Transaction transaction, UUID requestId) {
        return transaction.change(DONE, requestId).replaceWithVoid();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }

    static Optional<Footprint> footprint(Row row, String column) {
        JsonObject json = row.getJsonObject(column);
        return Optional.ofNullable(json).map(Footprint::of);
    }
}
