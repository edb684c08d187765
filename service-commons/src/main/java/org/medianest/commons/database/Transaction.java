package org.medianest.commons.database;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An open transaction. A method that takes one changes things that are kept together with its caller's, or not at all. */
public final class Transaction implements Sql {
    private final SqlConnection connection;
    private final Map<Class<?>, LastWords> lastWords = new LinkedHashMap<>();
    private final Set<Runnable> afterCommit = new LinkedHashSet<>();

    Transaction(SqlConnection connection) {
        this.connection = connection;
    }

    @Override
    public Uni<RowSet<Row>> run(String statement, @Nullable Object... values) {
        return connection.preparedQuery(statement).execute(Values.tuple(values));
    }

    /** The last words of this kind; the first who has some makes them, and the others add theirs. */
    public <W extends LastWords> W lastWords(Class<W> kind, Supplier<W> first) {
        return kind.cast(lastWords.computeIfAbsent(kind, any -> first.get()));
    }

    /** Is run once the transaction has committed, and only then; the same one is run once. Must be quick and not fail. */
    public void afterCommit(Runnable news) {
        afterCommit.add(news);
    }

    Future<?> begin() {
        return connection.getDelegate().query("BEGIN").execute();
    }

    Future<?> rollback() {
        return connection.getDelegate().query("ROLLBACK").execute();
    }

    /** To be called when the work is done: failing here is failing of the work. */
    Ending ending() {
        List<Supplier<Future<?>>> statements = new ArrayList<>();
        for (LastWords words : lastWords.values()) {
            String statement = words.statement();
            Tuple values = Values.tuple(refusedByNobody(words.values()));
            statements.add(
                    () -> connection.getDelegate().preparedQuery(statement).execute(values.getDelegate()));
        }
        statements.add(() -> connection.getDelegate().query("COMMIT").execute());
        return () -> {
            // After a statement that failed, Postgres takes a commit for a rollback.
            // All must have been answered before the connection may go to somebody else.
            List<Future<?>> answers = new ArrayList<>();
            statements.forEach(statement -> answers.add(statement.get()));
            return Future.join(answers);
        };
    }

    /**
     * What the driver refuses never reaches Postgres, which would commit without it. All that depends on the values and not on the program
     * is a list that is empty: the driver cannot see what it is a list of.
     */
    private static @Nullable Object[] refusedByNobody(@Nullable Object[] values) {
        for (Object value : values) {
            if (value instanceof Collection<?> list && list.isEmpty()) {
                throw new IllegalStateException("last words with an empty list");
            }
        }
        return values;
    }

    void committed() {
        afterCommit.forEach(Runnable::run);
    }

    /** Sends the last words and the commit. */
    interface Ending {
        Future<?> commit();
    }
}
