package org.medianest.media.request;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.medianest.media.catalogue.MediaType;

/**
 * Which requests are listed, and how.
 *
 * @param state only those in it; null for all
 * @param type only those of it; null for all
 */
record RequestList(
        RequestScope scope,
        @Nullable RequestState state,
        @Nullable MediaType type,
        RequestSort sort) {

    /** What a person asked for; and what they follow, as far as it is theirs to see. */
    private static final List<String> MINE = List.of(
            "from request r where r.requester = $1",
            "from title_follower f join request r on r.type = f.type and r.tmdb_id = f.tmdb_id"
                    + " where f.person = $1 and (r.open or r.updated_at >= f.since)");

    private static final String COLUMNS = RequestRow.REQUEST + RequestRow.SEASONS + ", " + RequestRow.SEEN;

    /** A statement with its values. The first value is who looks. */
    record Query(String sql, List<@Nullable Object> values) {}

    Query page(Viewer viewer, RequestSort.@Nullable Place after, int rows) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(viewer.id());
        String filter = filter(values, after);
        values.add(rows);
        String limit = " limit $" + values.size();
        String sql = scope == RequestScope.ALL
                ? COLUMNS + " from request r " + RequestRow.PEOPLE + " where true" + filter + " order by "
                        + sort.order("r") + limit
                : mine(filter, limit);
        return new Query(sql, values);
    }

    /** Each half finds its part of the page by its own index. */
    private String mine(String filter, String limit) {
        String parts = MINE.stream()
                .map(part ->
                        "(select r.id, r.updated_at " + part + filter + " order by " + sort.order("r") + limit + ")")
                .reduce((asked, followed) -> asked + " union " + followed)
                .orElseThrow();
        return COLUMNS + " from (select * from (" + parts + ") halves order by " + sort.order("halves") + limit + ") m"
                + " join request r on r.id = m.id " + RequestRow.PEOPLE + " order by " + sort.order("r");
    }

    private String filter(List<@Nullable Object> values, RequestSort.@Nullable Place after) {
        StringBuilder filter = new StringBuilder();
        if (state != null) {
            values.add(state);
            filter.append(" and r.state = $").append(values.size());
        }
        if (type != null) {
            values.add(type);
            filter.append(" and r.type = $").append(values.size());
        }
        if (after != null) {
            String news = "";
            if (sort == RequestSort.UPDATED) {
                values.add(after.updatedAt());
                news = "$" + values.size();
            }
            values.add(after.id());
            filter.append(" and ").append(sort.behind(news, "$" + values.size()));
        }
        return filter.toString();
    }

    /** How many are in which state; {@code $1} is who looks, if only theirs are counted. */
    static String counts(RequestScope scope) {
        return scope == RequestScope.ALL
                ? "select r.state, count(*) as requests from request r group by r.state"
                : "select mine.state, count(*) as requests from (select r.id, r.state " + MINE.getFirst()
                        + " union select r.id, r.state " + MINE.getLast() + ") mine group by mine.state";
    }
}
