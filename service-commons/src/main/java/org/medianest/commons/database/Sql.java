package org.medianest.commons.database;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes statements: the {@link Database} runs each in a transaction of its own, a {@link Transaction} all of them in one.
 *
 * <p>Values are {@code $1}, {@code $2} and so on. Beside what the driver knows, an {@link java.time.Instant} is a {@code timestamptz},
 * an enum its name, and a collection an array.
 */
public interface Sql {
    /** Runs one statement; fails with {@link io.vertx.pgclient.PgException} when Postgres refuses it. */
    Uni<RowSet<Row>> run(String statement, @Nullable Object... values);

    /** How many rows the statement changed. */
    default Uni<Integer> change(String statement, @Nullable Object... values) {
        return run(statement, values).map(RowSet::rowCount);
    }

    /** All rows, in the order of the statement. */
    default <T> Uni<List<T>> list(Function<Row, T> reading, String statement, @Nullable Object... values) {
        return run(statement, values).map(rows -> read(rows, reading));
    }

    /** The first row, or nothing. */
    default <T> Uni<Optional<T>> first(Function<Row, T> reading, String statement, @Nullable Object... values) {
        return list(reading, statement, values).map(rows -> rows.stream().findFirst());
    }

    private static <T> List<T> read(RowSet<Row> rows, Function<Row, T> reading) {
        List<T> list = new ArrayList<>(rows.size());
        rows.forEach(row -> list.add(reading.apply(row)));
        return list;
    }
}
