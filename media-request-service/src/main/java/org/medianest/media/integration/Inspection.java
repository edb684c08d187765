package org.medianest.media.integration;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.medianest.media.integration.Found.Profile;
import org.medianest.media.integration.Found.RootFolder;
import org.medianest.media.integration.Found.Section;
import org.medianest.media.system.Call;
import org.medianest.media.system.Connection;
import org.medianest.media.system.Query;
import org.medianest.media.system.SystemDown;
import org.medianest.media.system.SystemHttp;
import org.medianest.media.system.SystemKind;

/** Looks at a system that somebody wants to connect: whether it is what it should be, whether it takes the key, what it has. */
@ApplicationScoped
class Inspection {
    private static final Set<String> SECTIONS_WE_KNOW = Set.of("movie", "show");

    private final SystemHttp http;

    Inspection(SystemHttp http) {
        this.http = http;
    }

    /** Fails with {@link SystemDown}, in words for the admin. */
    Uni<Found> of(Connection connection) {
        return switch (connection.kind()) {
            case PLEX -> plex(connection);
            case TMDB -> tmdb(connection);
            case SEERR -> seerr(connection);
            case RADARR, SONARR -> arr(connection);
        };
    }

    private Uni<Found> plex(Connection connection) {
        return json(connection, "/identity")
                .map(identity -> expected(connection, text(identity.path("MediaContainer"), "machineIdentifier")))
                .chain(machine -> json(connection, "/")
                        .chain(root -> json(connection, "/library/sections")
                                .map(sections -> plex(machine, root.path("MediaContainer"), sections))));
    }

    private static Found plex(String machine, JsonNode root, JsonNode sections) {
        List<Section> known = list(
                sections.path("MediaContainer").path("Directory"),
                directory -> SECTIONS_WE_KNOW.contains(directory.path("type").asText())
                        ? new Section(
                                directory.path("key").asText(),
                                directory.path("title").asText(),
                                directory.path("type").asText())
                        : null);
        return new Found(text(root, "version"), text(root, "friendlyName"), machine, known, List.of(), List.of());
    }

    private Uni<Found> tmdb(Connection connection) {
        return json(connection, "/configuration").map(configuration -> {
            expected(connection, text(configuration.path("images"), "base_url"));
            return Found.system(null, connection.kind().title());
        });
    }

    /** Its status needs no key; the list of people does. */
    private Uni<Found> seerr(Connection connection) {
        return json(connection, "/api/v1/status")
                .map(status -> expected(connection, text(status, "version")))
                .call(version ->
                        json(connection, "/api/v1/user", Query.of("take", 1).and("skip", 0)))
                .map(version -> Found.system(version, connection.kind().title()));
    }

    private Uni<Found> arr(Connection connection) {
        return json(connection, "/api/v3/system/status")
                .invoke(status -> requireRightArr(connection, text(status, "appName")))
                .chain(status -> json(connection, "/api/v3/qualityprofile")
                        .chain(profiles ->
                                json(connection, "/api/v3/rootfolder").map(folders -> arr(status, profiles, folders))));
    }

    private static Found arr(JsonNode status, JsonNode profiles, JsonNode folders) {
        String instance = text(status, "instanceName");
        return new Found(
                text(status, "version"),
                instance == null ? text(status, "appName") : instance,
                null,
                List.of(),
                list(
                        profiles,
                        profile -> profile.path("id").isInt()
                                ? new Profile(
                                        profile.path("id").intValue(),
                                        profile.path("name").asText())
                                : null),
                list(
                        folders,
                        folder -> folder.path("path").isTextual()
                                ? new RootFolder(folder.path("path").textValue(), bytes(folder.path("freeSpace")))
                                : null));
    }

    private static @Nullable Long bytes(JsonNode free) {
        return free.isIntegralNumber() ? free.longValue() : null;
    }

    /** Radarr and Sonarr speak alike, and are easily mistaken for each other. */
    private static void requireRightArr(Connection connection, @Nullable String application) {
        SystemKind kind = connection.kind();
        if (!kind.title().equalsIgnoreCase(expected(connection, application))) {
            throw new SystemDown(kind, "This is not " + kind.title() + " but another program of its family.");
        }
    }

    private static String expected(Connection connection, @Nullable String text) {
        if (text == null) {
            throw new SystemDown(
                    connection.kind(),
                    "What answers does not speak as " + connection.kind().title() + " does.");
        }
        return text;
    }

    private Uni<JsonNode> json(Connection connection, String path) {
        return json(connection, path, Query.none());
    }

    private Uni<JsonNode> json(Connection connection, String path, Query query) {
        return http.tryOut(connection, Call.get(path, query))
                .map(answer -> answer.ok().json());
    }

    private static @Nullable String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, @Nullable T> reading) {
        return array.isArray()
                ? StreamSupport.stream(array.spliterator(), false)
                        .flatMap(element -> Stream.ofNullable(reading.apply(element)))
                        .toList()
                : List.of();
    }
}
