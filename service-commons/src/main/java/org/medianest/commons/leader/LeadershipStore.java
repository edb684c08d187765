package org.medianest.commons.leader;

import static org.medianest.commons.database.Values.moment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Sql;
import org.medianest.commons.database.Transaction;

/** The table {@code leadership}: a row a task. */
@ApplicationScoped
class LeadershipStore {
    private static final String SIGHTS =
            "select task, epoch, until, until = 'epoch' as released from leadership where task = any($1)";

    private static final String RENEW = """
            update leadership set until = clock_timestamp() + interval '3 seconds' where task = any($1) and holder = $2
            returning task, epoch
            """;

    /**
     * Takes what was let go or was seen standing still as {@code $3, $4}, or is held already. Versions before this one go by
     * {@code until} alone, so it says what they need.
     */
    private static final String HOLD = """
            insert into leadership (task, holder, epoch, until) values ($1, $2, 1, clock_timestamp() + interval '3 seconds')
            on conflict (task) do update
            set holder = excluded.holder, until = excluded.until,
                epoch = leadership.epoch + (leadership.holder <> excluded.holder)::int
            where leadership.holder = excluded.holder
                or leadership.until = 'epoch'
                or (leadership.epoch = $3 and leadership.until = $4)
            returning epoch
            """;

    private static final String RELEASE =
            "update leadership set until = 'epoch' where task = $1 and holder = $2 and epoch = $3";

    /**
     * A row while the term lasts. An idle transaction then ends sooner than a leader's life: one that stands still in the middle
     * of it loses that first.
     */
    private static final String HELD = """
            select set_config('idle_in_transaction_session_timeout', '2000ms', true) from leadership
            where task = $1 and holder = $2 and epoch = $3
            """;

    private static final String SURPASS =
            "update leadership set epoch = $4 where task = $1 and holder = $2 and epoch = $3";

    private final Database database;

    LeadershipStore(Database database) {
        this.database = database;
    }

    /** The rows of those of the tasks that have one. */
    Uni<List<Sight>> sights(Collection<String> tasks) {
        return database.list(LeadershipStore::sight, SIGHTS, (Object) tasks.toArray(String[]::new));
    }

    /** The terms of those of the tasks that the holder still has, and has for longer now. */
    Uni<List<Term>> renew(Collection<String> tasks, String holder) {
        return database.list(
                row -> new Term(row.getString("task"), row.getLong("epoch")),
                RENEW,
                (Object) tasks.toArray(String[]::new),
                holder);
    }

    /**
     * The term that the holder has now; empty while it is another's.
     *
     * @param dead how the row looked all the time while its leader showed no life; null when nobody was seen to be dead
     */
    Uni<Optional<Term>> hold(String task, String holder, @Nullable Sight dead) {
        return database.first(
                row -> new Term(task, row.getLong("epoch")),
                HOLD,
                task,
                holder,
                dead == null ? null : dead.epoch(),
                dead == null ? null : dead.until());
    }

    Uni<Void> release(Term term, String holder) {
        return database.change(RELEASE, term.task(), holder, term.epoch()).replaceWithVoid();
    }

    /** Fails with {@link Term.Over} unless the term lasts. */
    Uni<Void> require(Term term, String holder) {
        return require(database, term, holder);
    }

    /** The same at the beginning of a transaction. */
    Uni<Void> require(Transaction transaction, Term term, String holder) {
        return require((Sql) transaction, term, holder);
    }

    private static Uni<Void> require(Sql sql, Term term, String holder) {
        return sql.first(row -> term, HELD, term.task(), holder, term.epoch())
                .map(held -> held.orElseThrow(() -> new Term.Over(term)))
                .replaceWithVoid();
    }

    /** Ends the term for one with a later epoch. Fails with {@link Term.Over} when it does not last. */
    Uni<Void> surpass(Transaction transaction, Term term, String holder, long epoch) {
        return transaction
                .change(SURPASS, term.task(), holder, term.epoch(), epoch + 1)
                .invoke(rows -> {
                    if (rows == 0) {
                        throw new Term.Over(term);
                    }
                })
                .replaceWithVoid();
    }

    private static Sight sight(Row row) {
        return new Sight(
                row.getString("task"),
                row.getLong("epoch"),
                moment(row, "until"),
                row.getBoolean("released"),
                System.nanoTime());
    }
}
