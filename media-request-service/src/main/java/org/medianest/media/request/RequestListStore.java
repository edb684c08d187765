package org.medianest.media.request;

import static org.medianest.commons.database.Values.constant;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.medianest.commons.database.Database;
import org.medianest.commons.paging.PageRequest;

/** Lists of the table {@code request}. */
@ApplicationScoped
class RequestListStore {
    private final Database database;

    RequestListStore(Database database) {
        this.database = database;
    }

    /** One row more than asked for, if there is one. */
    Uni<List<SeenRequest>> page(RequestList list, Viewer viewer, PageRequest<RequestSort.Place> request) {
        RequestList.Query query = list.page(viewer, request.after(), request.limit() + 1);
        return database.list(RequestRow::seen, query.sql(), query.values().toArray());
    }

    Uni<Map<RequestState, Long>> counts(RequestScope scope, Viewer viewer) {
        Function<Row, Map.Entry<RequestState, Long>> count =
                row -> Map.entry(constant(row, "state", RequestState.class), row.getLong("requests"));
        String sql = RequestList.counts(scope);
        return (scope == RequestScope.ALL ? database.list(count, sql) : database.list(count, sql, viewer.id()))
                .map(counts -> counts.stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                Map.Entry::getValue,
                                Long::sum,
                                () -> new EnumMap<>(RequestState.class))));
    }
}
