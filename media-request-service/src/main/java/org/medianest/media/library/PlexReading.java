package org.medianest.media.library;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.medianest.media.system.SystemDown;
import org.medianest.media.system.SystemKind;

/**
 * What a Plex server says, in our words. What is beside the point may be missing or strange; but a list whose length or whose entries
 * cannot be told is no list, because what it leaves out would be taken for gone.
 */
final class PlexReading {
    private PlexReading() {}

    /** One page of a list. */
    record PlexPage(List<PlexItem> items, int total) {}

    /** A part of the library. */
    record PlexSection(String key, String title, PlexType type) {}

    static PlexPage page(JsonNode json, PlexType expected, String section) {
        JsonNode container = json.path("MediaContainer");
        JsonNode total = container.has("totalSize") ? container.path("totalSize") : container.path("size");
        if (!total.isIntegralNumber()) {
            throw strange();
        }
        List<PlexItem> items = elements(container, "Metadata")
                .map(item -> item(item, expected, section).orElseThrow(PlexReading::strange))
                .toList();
        return new PlexPage(items, total.intValue());
    }

    /** An item that was asked for by its key, whatever it is; empty when it is nothing that we know. */
    static Optional<PlexItem> single(JsonNode json) {
        JsonNode container = json.path("MediaContainer");
        String section = key(container, "librarySectionID");
        return elements(container, "Metadata")
                .findFirst()
                .flatMap(item -> Stream.of(PlexType.values())
                        .filter(type -> type.word().equals(item.path("type").asText()))
                        .findFirst()
                        .flatMap(type -> item(
                                item,
                                type,
                                Objects.requireNonNullElse(
                                        section == null ? key(item, "librarySectionID") : section, ""))));
    }

    static List<PlexSection> sections(JsonNode json) {
        JsonNode container = json.path("MediaContainer");
        if (!container.isObject()) {
            throw strange();
        }
        return elements(container, "Directory")
                .flatMap(directory -> section(directory).stream())
                .toList();
    }

    private static Optional<PlexSection> section(JsonNode directory) {
        String key = key(directory, "key");
        String title = Objects.requireNonNullElse(text(directory, "title"), "Untitled");
        return Stream.of(PlexType.MOVIE, PlexType.SHOW)
                .filter(type ->
                        key != null && type.word().equals(directory.path("type").asText()))
                .findFirst()
                .map(type -> new PlexSection(Objects.requireNonNull(key), title, type));
    }

    private static Optional<PlexItem> item(JsonNode json, PlexType type, String section) {
        String ratingKey = key(json, "ratingKey");
        if (ratingKey == null || !type.word().equals(json.path("type").asText())) {
            return Optional.empty();
        }
        return Optional.of(new PlexItem(
                ratingKey,
                type,
                Objects.requireNonNullElse(text(json, "title"), "Untitled"),
                text(json, "originalTitle"),
                number(json, "year"),
                Instant.ofEpochSecond(Math.clamp(json.path("addedAt").asLong(0), 0, 32_503_680_000L)),
                PlexGuids.of(
                        Objects.requireNonNullElse(text(json, "guid"), ""),
                        elements(json, "Guid")
                                .map(guid -> guid.path("id").asText())
                                .toList()),
                number(json, "index"),
                Math.max(0, json.path("leafCount").asInt(0)),
                key(json, type == PlexType.EPISODE ? "grandparentRatingKey" : "parentRatingKey"),
                section));
    }

    private static Stream<JsonNode> elements(JsonNode json, String field) {
        JsonNode list = json.path(field);
        if (list.isArray()) {
            return StreamSupport.stream(list.spliterator(), false);
        }
        if (list.isMissingNode()) {
            return Stream.empty();
        }
        throw strange();
    }

    /** Keys are texts that look like numbers, and sometimes are numbers. */
    private static @Nullable String key(JsonNode json, String field) {
        String key = json.path(field).asText();
        return key.matches("[0-9A-Za-z]{1,40}") ? key : null;
    }

    private static @Nullable String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
    }

    private static @Nullable Integer number(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isIntegralNumber() && value.canConvertToInt() ? value.intValue() : null;
    }

    static SystemDown strange() {
        return new SystemDown(SystemKind.PLEX, "What answers does not speak as Plex does.");
    }
}
