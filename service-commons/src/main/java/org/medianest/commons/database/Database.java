package org.medianest.commons.database;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.AsyncResultUni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.concurrent.CallerContext;

/** The service's schema. */
@ApplicationScoped
public class Database implements Sql {
    private static final int MOST_RETRIES = 3;
    private static final long SHORTEST_PAUSE_MILLIS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 100;

    private static final int PORTION = 1_000;
    private static final int MOST_PORTIONS = 50;

    private final Pool pool;

    Database(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<RowSet<Row>> run(String statement, @Nullable Object... values) {
        return pool.preparedQuery(statement).execute(Values.tuple(values));
    }

    /**
     * Runs a statement again and again until it changes no full portion any more: what is much and old goes without holding anybody up. So
     * many portions at most; the rest waits for the next time.
     *
     * @param statement changes at most as many rows as its last value says
     */
    public Uni<Void> changeInPortions(String statement, Object value) {
        return change(statement, value, PORTION)
                .repeat()
                .whilst(changed -> changed == PORTION)
                .select()
                .first(MOST_PORTIONS)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /**
     * Runs the work in a transaction that is rolled back when the work fails. When Postgres ends it because of others (deadlocks),
     * nothing of it is kept and all of it is run again, a few times: what it does outside of Postgres must bear being done again.
     */
    public <T> Uni<T> inTransaction(Function<Transaction, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> attempt(work, CallerContext.executor(), MOST_RETRIES));
    }

    private <T> Uni<T> attempt(Function<Transaction, Uni<T>> work, Executor caller, int retries) {
        return once(work)
                .onFailure(failure -> retries > 0 && Outage.isConflict(failure))
                .recoverWithUni(conflict -> pause().emitOn(caller).chain(() -> attempt(work, caller, retries - 1)));
    }

    /** A transaction that was begun comes to its end, also when nobody waits for it any more. */
    private <T> Uni<T> once(Function<Transaction, Uni<T>> work) {
        return AsyncResultUni.toUni(done -> pool.getDelegate()
                .getConnection()
                .compose(connection -> run(new Transaction(new SqlConnection(connection)), work)
                        .onComplete(ended -> connection.close()))
                .onComplete(done));
    }

    private static <T> Future<T> run(Transaction transaction, Function<Transaction, Uni<T>> work) {
        return transaction
                .begin()
                .compose(begun -> done(transaction, work)
                        .compose(
                                done -> done.ending().commit().map(committed -> {
                                    transaction.committed();
                                    return done.result();
                                }),
                                failure -> transaction.rollback().transform(ended -> Future.failedFuture(failure))));
    }

    private static <T> Future<Done<T>> done(Transaction transaction, Function<Transaction, Uni<T>> work) {
        return UniHelper.toFuture(Uni.createFrom()
                .deferred(() -> work.apply(transaction))
                .map(result -> new Done<>(result, transaction.ending())));
    }

    /** Of different lengths, so that those who met do not meet again. */
    private static Uni<Void> pause() {
        long millis = ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS);
        return Uni.createFrom().voidItem().onItem().delayIt().by(Duration.ofMillis(millis));
    }

    private record Done<T>(T result, Transaction.Ending ending) {}
}
