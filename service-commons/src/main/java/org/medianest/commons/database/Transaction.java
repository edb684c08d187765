package org.medianest.commons.database;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An open transaction. A method that takes one changes things that are kept together with its caller's, or not at all. */
public final class Transaction implements Sql {
    private final SqlConnection connection;
    private final Set<Runnable> afterCommit = new LinkedHashSet<>();

    Transaction(SqlConnection connection) {
        this.connection = connection;
    }

    @Override
    public Uni<RowSet<Row>> run(String statement, @Nullable Object... values) {
        return connection.preparedQuery(statement).execute(Values.tuple(values));
    }

    /** Is run once the transaction has committed, and only then; the same one is run once. Must be quick and not fail. */
    public void afterCommit(Runnable news) {
        afterCommit.add(news);
    }

    void committed() {
        afterCommit.forEach(Runnable::run);
    }
}
