package org.medianest.commons.database;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.lang.reflect.Array;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Between our types and those of the driver, for what it does not know by itself. A native program must be told which arrays it makes. */
@RegisterForReflection(targets = {String[].class, UUID[].class, Integer[].class, Long[].class, Double[].class})
public final class Values {
    private Values() {}

    /** A column of type {@code timestamptz} that is never null. */
    public static Instant moment(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    /** A column of type {@code timestamptz}, which may be null. */
    public static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    /** A column of type {@code text[]} that is never null. */
    public static List<String> texts(Row row, String column) {
        return List.of(row.getArrayOfStrings(column));
    }

    /** A column that holds the name of a constant and is never null. */
    public static <E extends Enum<E>> E constant(Row row, String column, Class<E> type) {
        return Enum.valueOf(type, row.getString(column));
    }

    static Tuple tuple(@Nullable Object... values) {
        Tuple tuple = Tuple.tuple();
        for (Object value : values) {
            tuple.addValue(ofDriver(value));
        }
        return tuple;
    }

    private static @Nullable Object ofDriver(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant time -> time.atOffset(ZoneOffset.UTC);
            case Enum<?> constant -> constant.name();
            case Collection<?> many -> arrayOf(many);
            default -> value;
        };
    }

    /** Postgres wants to know the type of an array, also of an empty one. */
    private static Object[] arrayOf(Collection<?> many) {
        Class<?> type =
                many.stream().findFirst().<Class<?>>map(Object::getClass).orElse(String.class);
        return many.toArray(length -> (Object[]) Array.newInstance(type, length));
    }
}
