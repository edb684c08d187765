package org.medianest.commons.paging;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, newest first.
 *
 * @param nextCursor what to ask the next page with, or null at the end of the list
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Makes a page of rows that were read with one row more than asked for: the extra row only says that there is more.
     *
     * @param rows at most {@code request.limit() + 1} rows, in the order of the list
     */
    public static <T> Page<T> of(List<T> rows, PageRequest<UUID> request, Function<T, UUID> id) {
        return of(rows, request.limit(), row -> Cursor.after(id.apply(row)).encoded());
    }

    /**
     * The same for a list whose places are not UUIDs.
     *
     * @param cursor the place behind a row, as text
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, limit);
        return new Page<>(items, cursor.apply(items.getLast()));
    }

    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), nextCursor);
    }
}
