package org.medianest.media.library;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.medianest.media.library.PlexReading.PlexPage;
import org.medianest.media.library.PlexReading.PlexSection;
import org.medianest.media.system.Connection;
import org.medianest.media.system.Query;
import org.medianest.media.system.SystemHttp;

/** Asks the Plex server. */
@ApplicationScoped
class PlexServer {
    private final SystemHttp http;

    PlexServer(SystemHttp http) {
        this.http = http;
    }

    /** What the server that answers there is known by. */
    Uni<String> machine(Connection plex) {
        return json(plex, "/identity", Query.none())
                .map(json ->
                        json.path("MediaContainer").path("machineIdentifier").asText());
    }

    Uni<List<PlexSection>> sections(Connection plex) {
        return json(plex, "/library/sections", Query.none()).map(PlexReading::sections);
    }

    /** Oldest first, so that what comes while we read is at the end. */
    Uni<PlexPage> page(Connection plex, String section, PlexType type, int start, int size) {
        return page(plex, section, type, "addedAt:asc", start, size);
    }

    Uni<PlexPage> newest(Connection plex, String section, PlexType type, int size) {
        return page(plex, section, type, "addedAt:desc", 0, size);
    }

    private Uni<PlexPage> page(Connection plex, String section, PlexType type, String sort, int start, int size) {
        Query query = Query.of("type", type.number())
                .and("includeGuids", 1)
                .and("sort", sort)
                .and("X-Plex-Container-Start", start)
                .and("X-Plex-Container-Size", size);
        return json(plex, "/library/sections/" + Query.encoded(section) + "/all", query)
                .map(json -> PlexReading.page(json, type, section));
    }

    /** Empty when there is no such item. */
    Uni<Optional<PlexItem>> item(Connection plex, String ratingKey) {
        return http.get(plex, "/library/metadata/" + Query.encoded(ratingKey), Query.of("includeGuids", 1))
                .map(answer -> answer.status() == 404
                        ? Optional.empty()
                        : PlexReading.single(answer.ok().json()));
    }

    Uni<List<PlexItem>> seasons(Connection plex, PlexItem show) {
        return json(plex, "/library/metadata/" + Query.encoded(show.ratingKey()) + "/children", Query.none())
                .map(json -> PlexReading.page(json, PlexType.SEASON, show.section()).items().stream()
                        .map(season -> withShow(season, show))
                        .toList());
    }

    /** Plex need not repeat whose children they are. */
    private static PlexItem withShow(PlexItem season, PlexItem show) {
        return new PlexItem(
                season.ratingKey(),
                season.type(),
                season.title(),
                season.originalTitle(),
                season.year(),
                season.addedAt(),
                season.guids(),
                season.index(),
                season.leafCount(),
                Objects.requireNonNullElse(season.show(), show.ratingKey()),
                season.section());
    }

    private Uni<JsonNode> json(Connection plex, String path, Query query) {
        return http.get(plex, path, query).map(answer -> answer.ok().json());
    }
}
