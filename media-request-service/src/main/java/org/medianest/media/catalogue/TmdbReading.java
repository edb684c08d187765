package org.medianest.media.catalogue;

import static org.medianest.media.catalogue.TmdbFields.date;
import static org.medianest.media.catalogue.TmdbFields.elements;
import static org.medianest.media.catalogue.TmdbFields.firstText;
import static org.medianest.media.catalogue.TmdbFields.number;
import static org.medianest.media.catalogue.TmdbFields.picture;
import static org.medianest.media.catalogue.TmdbFields.text;
import static org.medianest.media.catalogue.TmdbFields.vote;
import static org.medianest.media.catalogue.TmdbFields.year;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.medianest.media.catalogue.TitleDetails.CastMember;
import org.medianest.media.system.SystemDown;
import org.medianest.media.system.SystemKind;

/** What TMDB says, in our words. */
final class TmdbReading {
    private static final Pattern VIDEO = Pattern.compile("[A-Za-z0-9_-]{5,20}");
    private static final int MOST_CAST = 12;
    private static final int MOST_PROVIDERS = 60;
    private static final int LAST_PAGE = 500;

    private TmdbReading() {}

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
        String title = type == null ? null : text(json, nameField(type));
        if (type == null || id.isEmpty() || title == null) {
            return Optional.empty();
        }
        LocalDate date = date(json, dateField(type));
        return Optional.of(new TitleSummary(
                new TitleId(type, id.get()),
                title,
                text(json, "original_" + nameField(type)),
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

    static Optional<TitleFacts> facts(TitleId id, JsonNode json, String region) {
        MediaType type = id.type();
        String title = text(json, nameField(type));
        if (title == null
                || !number(json, "id").filter(number -> number == id.tmdbId()).isPresent()) {
            return Optional.empty();
        }
        LocalDate date = date(json, dateField(type));
        return Optional.of(new TitleFacts(
                id,
                title,
                text(json, "original_" + nameField(type)),
                year(date),
                text(json, "overview"),
                picture(json, "poster_path"),
                picture(json, "backdrop_path"),
                firstText(text(json, "imdb_id"), text(json.path("external_ids"), "imdb_id")),
                number(json.path("external_ids"), "tvdb_id").orElse(null),
                date,
                homeRelease(json, region),
                seasons(json),
                details(type, json, region)));
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

    private static List<Genre> genres(JsonNode json) {
        return elements(json, "genres")
                .flatMap(genre -> number(genre, "id").stream()
                        .flatMap(id -> Stream.ofNullable(text(genre, "name")).map(name -> new Genre(id, name))))
                .toList();
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

    private static TitleDetails details(MediaType type, JsonNode json, String region) {
        return new TitleDetails(
                text(json, "tagline"),
                number(json, "runtime").filter(minutes -> minutes > 0).orElse(null),
                type == MediaType.MOVIE ? filmCertification(json, region) : seriesCertification(json, region),
                cast(json),
                trailer(json),
                text(json, "status"),
                text(json.path("next_episode_to_air"), "air_date"),
                genres(json).stream().map(Genre::name).toList(),
                vote(json));
    }

    private static List<CastMember> cast(JsonNode json) {
        Stream<JsonNode> members = json.has("aggregate_credits")
                ? elements(json.path("aggregate_credits"), "cast")
                : elements(json.path("credits"), "cast");
        return members.flatMap(member -> Stream.ofNullable(text(member, "name"))
                        .map(name -> new CastMember(name, character(member), picture(member, "profile_path"))))
                .limit(MOST_CAST)
                .toList();
    }

    private static @Nullable String character(JsonNode member) {
        return firstText(text(member, "character"), text(member.path("roles").path(0), "character"));
    }

    private static @Nullable String trailer(JsonNode json) {
        return elements(json.path("videos"), "results")
                .filter(video -> "YouTube".equals(text(video, "site")) && "Trailer".equals(text(video, "type")))
                .map(video -> text(video, "key"))
                .filter(key -> key != null && VIDEO.matcher(key).matches())
                .findFirst()
                .map(key -> "https://www.youtube.com/watch?v=" + key)
                .orElse(null);
    }

    /** Digital (4) or on a disc (5), whichever came first: in the region, or anywhere when nothing is known of it. */
    private static @Nullable LocalDate homeRelease(JsonNode json, String region) {
        return earliest(releases(json, region))
                .or(() -> earliest(elements(json.path("release_dates"), "results")
                        .flatMap(country -> elements(country, "release_dates"))))
                .orElse(null);
    }

    private static Optional<LocalDate> earliest(Stream<JsonNode> releases) {
        return releases.filter(release -> number(release, "type")
                        .filter(type -> type == 4 || type == 5)
                        .isPresent())
                .map(release -> date(release, "release_date"))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }

    private static Stream<JsonNode> releases(JsonNode json, String region) {
        return elements(json.path("release_dates"), "results")
                .filter(country -> region.equals(text(country, "iso_3166_1")))
                .flatMap(country -> elements(country, "release_dates"));
    }

    private static @Nullable String filmCertification(JsonNode json, String region) {
        return releases(json, region)
                .map(release -> text(release, "certification"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String seriesCertification(JsonNode json, String region) {
        return elements(json.path("content_ratings"), "results")
                .filter(country -> region.equals(text(country, "iso_3166_1")))
                .map(country -> text(country, "rating"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static List<SeasonFacts> seasons(JsonNode json) {
        List<SeasonFacts> seasons = new ArrayList<>();
        elements(json, "seasons")
                .forEach(season -> number(season, "season_number")
                        .filter(number -> number >= 0)
                        .ifPresent(number -> seasons.add(new SeasonFacts(
                                number,
                                Objects.requireNonNullElse(text(season, "name"), "Season " + number),
                                number(season, "episode_count").orElse(0),
                                date(season, "air_date")))));
        seasons.sort(Comparator.comparing(SeasonFacts::number));
        return seasons;
    }

    private static @Nullable MediaType typeOf(String word) {
        return switch (word) {
            case "movie" -> MediaType.MOVIE;
            case "tv" -> MediaType.SERIES;
            default -> null;
        };
    }

    private static String nameField(MediaType type) {
        return type == MediaType.MOVIE ? "title" : "name";
    }

    private static String dateField(MediaType type) {
        return type == MediaType.MOVIE ? "release_date" : "first_air_date";
    }
}
