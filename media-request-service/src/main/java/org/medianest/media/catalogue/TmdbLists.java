package org.medianest.media.catalogue;

import static org.medianest.media.catalogue.TmdbFields.elements;
import static org.medianest.media.catalogue.TmdbFields.firstDate;
import static org.medianest.media.catalogue.TmdbFields.genres;
import static org.medianest.media.catalogue.TmdbFields.name;
import static org.medianest.media.catalogue.TmdbFields.number;
import static org.medianest.media.catalogue.TmdbFields.originalName;
import static org.medianest.media.catalogue.TmdbFields.picture;
import static org.medianest.media.catalogue.TmdbFields.text;
import static org.medianest.media.catalogue.TmdbFields.vote;
import static org.medianest.media.catalogue.TmdbFields.year;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.medianest.media.system.SystemDown;
import org.medianest.media.system.SystemKind;

/** Lists of titles, genres and providers as TMDB writes them, in our words. */
final class TmdbLists {
    private static final int MOST_PROVIDERS = 60;
    private static final int LAST_PAGE = 500;

    private TmdbLists() {}

    /** @param genres names by number */
    static TitleList list(JsonNode json, @Nullable MediaType type, Map<Integer, String> genres) {
        requireList(json, "results");
        List<TitleSummary> items = elements(json, "results")
                .flatMap(result -> summary(result, type, genres).stream())
                .toList();
        int pages = number(json, "total_pages").orElse(1);
        return new TitleList(items, number(json, "page").orElse(1), Math.clamp(pages, 0, LAST_PAGE));
    }

    /** Empty for people, and for what has no id or no name. */
    private static Optional<TitleSummary> summary(
            JsonNode json, @Nullable MediaType listed, Map<Integer, String> genres) {
        MediaType type = listed == null ? typeOf(json.path("media_type").asText()) : listed;
        Optional<Integer> id = number(json, "id");
        String title = type == null ? null : name(json, type);
        if (type == null || id.isEmpty() || title == null) {
            return Optional.empty();
        }
        LocalDate date = firstDate(json, type);
        return Optional.of(new TitleSummary(
                new TitleId(type, id.get()),
                title,
                originalName(json, type),
                year(date),
                text(json, "overview"),
                picture(json, "poster_path"),
                picture(json, "backdrop_path"),
                vote(json),
                date,
                elements(json, "genre_ids")
                        .map(genre -> genres.get(genre.asInt()))
                        .filter(Objects::nonNull)
                        .toList()));
    }

    /** Not a word of what was found would look as if nothing was found. */
    private static void requireList(JsonNode json, String field) {
        JsonNode list = json.path(field);
        boolean strange = !list.isArray()
                || !list.isEmpty()
                        && elements(json, field)
                                .noneMatch(element -> number(element, "id").isPresent());
        if (strange) {
            throw new SystemDown(SystemKind.TMDB, "What answers does not speak as TMDB does.");
        }
    }

    static List<Genre> genreList(JsonNode json) {
        requireList(json, "genres");
        return genres(json);
    }

    /** A region has hundreds; those that TMDB puts first there are enough to choose from. */
    static List<Provider> providers(JsonNode json, String region) {
        if (!json.path("results").isArray()) {
            throw new SystemDown(SystemKind.TMDB, "What answers does not speak as TMDB does.");
        }
        return elements(json, "results")
                .sorted(Comparator.comparingInt(provider -> priority(provider, region)))
                .flatMap(provider -> number(provider, "provider_id").stream()
                        .flatMap(id -> Stream.ofNullable(text(provider, "provider_name"))
                                .map(name -> new Provider(id, name))))
                .limit(MOST_PROVIDERS)
                .toList();
    }

    private static int priority(JsonNode provider, String region) {
        return number(provider.path("display_priorities"), region)
                .or(() -> number(provider, "display_priority"))
                .orElse(Integer.MAX_VALUE);
    }

    static Optional<TitleId> found(JsonNode json, MediaType type) {
        String field = type == MediaType.MOVIE ? "movie_results" : "tv_results";
        requireList(json, field);
        return elements(json, field)
                .flatMap(result -> number(result, "id").stream())
                .findFirst()
                .map(id -> new TitleId(type, id));
    }

    private static @Nullable MediaType typeOf(String word) {
        return switch (word) {
            case "movie" -> MediaType.MOVIE;
            case "tv" -> MediaType.SERIES;
            default -> null;
        };
    }
}
