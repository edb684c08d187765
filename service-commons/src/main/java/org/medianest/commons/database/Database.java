package org.medianest.commons.database;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The service's schema. */
@ApplicationScoped
public class Database implements Sql {
    private final Pool pool;

    Database(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<RowSet<Row>> run(String statement, @Nullable Object... values) {
        return pool.preparedQuery(statement).execute(Values.tuple(values));
    }

    /** Runs the work in a transaction that is rolled back when the work fails. */
    public <T> Uni<T> inTransaction(Function<Transaction, Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> pool.withTransaction(connection -> {
                            Transaction transaction = new Transaction(connection);
                            return work.apply(transaction).map(result -> new Done<>(result, transaction));
                        })
                        .invoke(done -> done.transaction().committed())
                        .map(Done::result));
    }

    private record Done<T>(T result, Transaction transaction) {}
}
