package org.medianest.media.shelving;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.medianest.media.system.Answer;
import org.medianest.media.system.Connection;
import org.medianest.media.system.Query;
import org.medianest.media.system.SystemDown;
import org.medianest.media.system.SystemHttp;
import org.medianest.media.system.SystemKind;

/** What is asked of Plex to get downloads into it. */
@ApplicationScoped
class PlexShelves {
    private static final String SECTIONS = "/library/sections";
    private static final String COLLECTIONS = "/library/collections";
    private static final int PAGE_SIZE = 200;
    private static final int MOST_PAGES = 100;

    private final SystemHttp http;

    PlexShelves(SystemHttp http) {
        this.http = http;
    }

    Uni<JsonNode> section(Connection plex, String key) {
        return http.get(plex, SECTIONS, Query.none())
                .map(
                        answer -> list(container(answer), "Directory").stream()
                                .filter(section ->
                                        section.path("key").asText("").equals(key))
                                .findFirst()
                                .orElseThrow(
                                        () -> new SystemDown(
                                                SystemKind.PLEX,
                                                "The section that is chosen for downloads is not there any more. Choose another in the settings.")));
    }

    /** Has Plex look into one folder. */
    Uni<Void> scan(Connection plex, Shelf shelf, String folder) {
        return http.get(plex, SECTIONS + "/" + Query.encoded(shelf.key()) + "/refresh", Query.of("path", folder))
                .map(Answer::ok)
                .replaceWithVoid();
    }

    /**
     * The items of the section, newest first, until enough is seen.
     *
     * @param enough asked after each page, with all that was seen
     */
    Uni<List<JsonNode>> items(Connection plex, Shelf shelf, Predicate<List<JsonNode>> enough) {
        Query query = Query.of("type", shelf.itemType()).and("sort", "addedAt:desc");
        return pages(plex, SECTIONS + "/" + Query.encoded(shelf.key()) + "/all", query, enough);
    }

    /** The collection with this title; of several the first. */
    Uni<Optional<String>> collection(Connection plex, Shelf shelf, String title) {
        return pages(plex, SECTIONS + "/" + Query.encoded(shelf.key()) + "/collections", Query.none(), seen -> false)
                .map(collections -> collections.stream()
                        .filter(collection ->
                                collection.path("title").asText("").equals(title))
                        .map(PlexShelves::ratingKey)
                        .findFirst());
    }

    /** What is in a collection; empty when there is no such collection. */
    Uni<Optional<List<String>>> children(Connection plex, String collection) {
        return http.get(plex, COLLECTIONS + "/" + Query.encoded(collection), Query.none())
                .chain(answer -> answer.status() == 404
                        ? Uni.createFrom().item(Optional.empty())
                        : pages(
                                        plex,
                                        COLLECTIONS + "/" + Query.encoded(collection) + "/children",
                                        Query.none(),
                                        seen -> false)
                                .map(items -> Optional.of(items.stream()
                                        .map(PlexShelves::ratingKey)
                                        .toList())));
    }

    Uni<String> create(Connection plex, Shelf shelf, String title, String machine, List<String> ratingKeys) {
        Query query = Query.of("type", shelf.itemType())
                .and("title", title)
                .and("smart", 0)
                .and("sectionId", shelf.key())
                .and("uri", uri(machine, ratingKeys));
        return http.post(plex, COLLECTIONS, query, null)
                .map(answer -> ratingKey(list(container(answer), "Metadata").stream()
                        .findFirst()
                        .orElseThrow(() -> new SystemDown(SystemKind.PLEX, "Plex made no collection."))));
    }

    Uni<Void> add(Connection plex, String collection, String machine, List<String> ratingKeys) {
        return http.put(
                        plex,
                        COLLECTIONS + "/" + Query.encoded(collection) + "/items",
                        Query.of("uri", uri(machine, ratingKeys)),
                        null)
                .map(Answer::ok)
                .replaceWithVoid();
    }

    private static String uri(String machine, List<String> ratingKeys) {
        return "server://" + machine + "/com.plexapp.plugins.library/library/metadata/" + String.join(",", ratingKeys);
    }

    private Uni<List<JsonNode>> pages(Connection plex, String path, Query query, Predicate<List<JsonNode>> enough) {
        return page(plex, path, query, enough, 0, new ArrayList<>());
    }

    private Uni<List<JsonNode>> page(
            Connection plex,
            String path,
            Query query,
            Predicate<List<JsonNode>> enough,
            int page,
            List<JsonNode> seen) {
        Query part = query.and("X-Plex-Container-Start", page * PAGE_SIZE).and("X-Plex-Container-Size", PAGE_SIZE);
        return http.get(plex, path, part).chain(answer -> {
            JsonNode container = container(answer);
            List<JsonNode> items = list(container, "Metadata");
            seen.addAll(items);
            int total = container.path("totalSize").asInt(container.path("size").asInt());
            boolean isEnd = items.isEmpty() || seen.size() >= total || page + 1 >= MOST_PAGES || enough.test(seen);
            return isEnd ? Uni.createFrom().item(seen) : page(plex, path, query, enough, page + 1, seen);
        });
    }

    /** Plex leaves a list out that would be empty; what has no container is not Plex. */
    private static JsonNode container(Answer answer) {
        JsonNode container = answer.ok().json().path("MediaContainer");
        if (!container.isObject() || !container.path("size").isNumber()) {
            throw new SystemDown(SystemKind.PLEX, "What answers does not speak as Plex does.");
        }
        return container;
    }

    private static List<JsonNode> list(JsonNode container, String name) {
        return StreamSupport.stream(container.path(name).spliterator(), false).toList();
    }

    static String ratingKey(JsonNode item) {
        String key = item.path("ratingKey").asText("");
        if (key.isEmpty()) {
            throw new SystemDown(SystemKind.PLEX, "What answers does not speak as Plex does.");
        }
        return key;
    }
}
