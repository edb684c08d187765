package org.medianest.media.fulfilment.arr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.medianest.commons.concurrent.InTurn;
import org.medianest.media.fulfilment.Said;
import org.medianest.media.system.Answer;
import org.medianest.media.system.Connection;
import org.medianest.media.system.Query;
import org.medianest.media.system.SystemHttp;
import org.medianest.media.system.SystemKind;

/** What Radarr and Sonarr have in common: version 3 of their API. */
@ApplicationScoped
class Arr {
    static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final String API = "/api/v3";
    private static final int PAGE_SIZE = 100;
    private static final int MOST_PAGES = 200;
    private static final int GONE = 404;
    private static final Query WITH_WHAT_IS_LOADED =
            Query.of("removeFromClient", true).and("blocklist", false);

    private final SystemHttp http;

    Arr(SystemHttp http) {
        this.http = http;
    }

    /** What a title is over there, if it is there. A version that does not know the filter answers with all there is. */
    Uni<Optional<JsonNode>> find(Connection connection, String path, String idName, int id) {
        SystemKind kind = connection.kind();
        return list(connection, path, Query.of(idName, id))
                .map(titles -> titles.stream()
                        .filter(title -> Said.number(kind, title, idName) == id)
                        .findFirst());
    }

    Uni<List<JsonNode>> list(Connection connection, String path, Query query) {
        return http.get(connection, API + path, query)
                .map(answer -> Said.list(connection.kind(), answer.ok().json()));
    }

    /** The answer may be a refusal: {@link Refusal} reads it. */
    Uni<Answer> add(Connection connection, String path, ObjectNode title) {
        return http.post(connection, API + path, Query.none(), title);
    }

    Uni<Void> change(Connection connection, String path, JsonNode title) {
        int id = Said.number(connection.kind(), title, "id");
        return http.put(connection, API + path + "/" + id, Query.none(), title)
                .map(Answer::ok)
                .replaceWithVoid();
    }

    /** What is gone already is as good as removed. */
    Uni<Void> remove(Connection connection, String path, int id, Query query) {
        return http.delete(connection, API + path + "/" + id, query)
                .map(answer -> answer.status() == GONE ? answer : answer.ok())
                .replaceWithVoid();
    }

    /** Ends downloads, unless something is in them too that is to go on. */
    Uni<Void> stop(Connection connection, Predicate<QueueRecord> which) {
        return queue(connection)
                .map(queue -> downloads(queue, which))
                .chain(downloads -> InTurn.each(
                        downloads,
                        lines -> remove(connection, "/queue", lines.getFirst().id(), WITH_WHAT_IS_LOADED)));
    }

    /** The lines of each download of which all are meant. */
    private static List<List<QueueRecord>> downloads(
            Map<Integer, List<QueueRecord>> queue, Predicate<QueueRecord> which) {
        return queue.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(QueueRecord::download))
                .values()
                .stream()
                .filter(lines -> lines.stream().allMatch(which))
                .toList();
    }

    Uni<Void> command(Connection connection, ObjectNode command) {
        return http.post(connection, API + "/command", Query.none(), command)
                .map(Answer::ok)
                .replaceWithVoid();
    }

    /** The whole queue, by whose lines they are. */
    Uni<Map<Integer, List<QueueRecord>>> queue(Connection connection) {
        return page(connection, 1, new LinkedHashMap<>()).map(lines -> {
            Map<Integer, List<QueueRecord>> byOwner = new LinkedHashMap<>();
            lines.values()
                    .forEach(line -> byOwner.computeIfAbsent(line.owner(), owner -> new ArrayList<>())
                            .add(line));
            return byOwner;
        });
    }

    /** Lines move between pages while one reads, and a server may have another mind about their size: ids tell what is new. */
    private Uni<Map<Integer, QueueRecord>> page(Connection connection, int page, Map<Integer, QueueRecord> seen) {
        SystemKind kind = connection.kind();
        Query query = Query.of("page", page)
                .and("pageSize", PAGE_SIZE)
                .and("sortKey", "timeleft")
                .and("sortDirection", "ascending");
        return http.get(connection, API + "/queue", query)
                .map(answer -> answer.ok().json())
                .chain(json -> {
                    List<JsonNode> records = Said.list(kind, json, "records");
                    records.forEach(line -> seen.put(Said.number(kind, line, "id"), QueueRecord.of(line)));
                    boolean whole = records.isEmpty()
                            || seen.size() >= Said.number(kind, json, "totalRecords")
                            || page >= MOST_PAGES;
                    return whole ? Uni.createFrom().item(seen) : page(connection, page + 1, seen);
                });
    }
}
