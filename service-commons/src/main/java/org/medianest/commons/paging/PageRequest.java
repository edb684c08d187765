package org.medianest.commons.paging;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.commons.problem.Problem;
import org.medianest.commons.problem.ProblemException;

/**
 * Which page of a list is asked for.
 *
 * @param <P> what a place in the list is; the id of a row, mostly
 * @param limit 1 to 100
 * @param after rows after this place in the order of the list; null for the first page
 */
public record PageRequest<P>(int limit, @Nullable P after) {
    /** What a list returns when no limit is given, as text for {@code @DefaultValue}. */
    public static final String DEFAULT_LIMIT = "20";

    private static final int MAX_LIMIT = 100;

    /** @throws ProblemException when the limit is out of range or the cursor is not one of ours */
    public static PageRequest<UUID> of(int limit, @Nullable String cursor) {
        return of(limit, cursor, text -> Cursor.decode(text).map(Cursor::id));
    }

    /**
     * The same for a list whose places are not UUIDs.
     *
     * @param place reads a cursor that may come from anybody
     */
    public static <P> PageRequest<P> of(int limit, @Nullable String cursor, Function<String, Optional<P>> place) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw refuse("limit", "must be between 1 and " + MAX_LIMIT);
        }
        return new PageRequest<>(
                limit,
                cursor == null
                        ? null
                        : place.apply(cursor)
                                .orElseThrow(() -> refuse("cursor", "is not one that this list gave out")));
    }

    private static ProblemException refuse(String field, String message) {
        return new ProblemException(
                CommonProblem.VALIDATION_FAILED,
                "The page asked for does not exist: " + field + " " + message + ".",
                List.of(new Problem.Violation(field, message)));
    }
}
