package org.medianest.media.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Fields of what TMDB says. One that is missing, empty or of another type is as if it were null. */
final class TmdbFields {
    private static final Pattern PICTURE = Pattern.compile("/[A-Za-z0-9_-]{1,80}\\.(jpg|jpeg|png|webp)");

    private TmdbFields() {}

    static Stream<JsonNode> elements(JsonNode json, String field) {
        JsonNode list = json.path(field);
        return list.isArray() ? StreamSupport.stream(list.spliterator(), false) : Stream.empty();
    }

    static Optional<Integer> number(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.canConvertToInt() && value.isIntegralNumber() ? Optional.of(value.intValue()) : Optional.empty();
    }

    static @Nullable String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
    }

    static @Nullable String name(JsonNode json, MediaType type) {
        return text(json, nameField(type));
    }

    static @Nullable String originalName(JsonNode json, MediaType type) {
        return text(json, "original_" + nameField(type));
    }

    private static String nameField(MediaType type) {
        return type == MediaType.MOVIE ? "title" : "name";
    }

    static @Nullable String firstText(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }

    static @Nullable String picture(JsonNode json, String field) {
        String path = text(json, field);
        return path != null && PICTURE.matcher(path).matches() ? path : null;
    }

    static @Nullable Double vote(JsonNode json) {
        double vote = json.path("vote_average").asDouble(0);
        return vote > 0 && vote <= 10 ? vote : null;
    }

    /** The first ten letters, {@code 2026-01-31}: sometimes there is a time behind them. */
    static @Nullable LocalDate date(JsonNode json, String field) {
        String text = text(json, field);
        return text == null || text.length() < 10 ? null : parsed(text.substring(0, 10));
    }

    /** When the film came out, or the series began. */
    static @Nullable LocalDate firstDate(JsonNode json, MediaType type) {
        return date(json, type == MediaType.MOVIE ? "release_date" : "first_air_date");
    }

    private static @Nullable LocalDate parsed(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDate) {
            return null;
        }
    }

    static @Nullable Integer year(@Nullable LocalDate date) {
        return date == null ? null : date.getYear();
    }

    static List<Genre> genres(JsonNode json) {
        return elements(json, "genres")
                .flatMap(genre -> number(genre, "id").stream()
                        .flatMap(id -> Stream.ofNullable(text(genre, "name")).map(name -> new Genre(id, name))))
                .toList();
    }
}
