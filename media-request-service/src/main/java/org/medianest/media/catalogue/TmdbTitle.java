package org.medianest.media.catalogue;

import static org.medianest.media.catalogue.TmdbFields.date;
import static org.medianest.media.catalogue.TmdbFields.elements;
import static org.medianest.media.catalogue.TmdbFields.firstDate;
import static org.medianest.media.catalogue.TmdbFields.firstText;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.medianest.media.catalogue.TitleDetails.CastMember;

/** One title with all its parts as TMDB writes it, in our words. */
final class TmdbTitle {
    private static final Pattern VIDEO = Pattern.compile("[A-Za-z0-9_-]{5,20}");
    private static final int MOST_CAST = 12;

    private TmdbTitle() {}

    static Optional<TitleFacts> facts(TitleId id, JsonNode json, String region) {
        MediaType type = id.type();
        String title = name(json, type);
        if (title == null
                || number(json, "id").filter(number -> number == id.tmdbId()).isEmpty()) {
            return Optional.empty();
        }
        LocalDate date = firstDate(json, type);
        return Optional.of(new TitleFacts(
                id,
                title,
                originalName(json, type),
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
}
