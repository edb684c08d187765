package org.medianest.homelab.tmdb;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.medianest.homelab.artwork.Pictures;
import org.medianest.homelab.catalogue.Episode;
import org.medianest.homelab.catalogue.Film;
import org.medianest.homelab.catalogue.Genre;
import org.medianest.homelab.catalogue.Season;
import org.medianest.homelab.catalogue.Series;
import org.medianest.homelab.catalogue.Title;

/** Titles as TMDB writes them. */
final class TmdbJson {
    private static final int VOTES_PER_POPULARITY = 90;

    private TmdbJson() {}

    /** As in lists. */
    static JsonObject result(Title title) {
        Title.Facts facts = title.facts();
        JsonObject json = new JsonObject()
                .put("id", facts.tmdbId())
                .put("adult", false)
                .put("backdrop_path", Pictures.backdrop(title))
                .put("genre_ids", list(facts.genres().stream().map(Genre::id)))
                .put("original_language", facts.language())
                .put("overview", facts.overview())
                .put("popularity", facts.popularity())
                .put("poster_path", Pictures.poster(title))
                .put("vote_average", facts.vote())
                .put("vote_count", votes(title));
        return switch (title) {
            case Film film ->
                json.put("title", facts.title())
                        .put("original_title", facts.originalTitle())
                        .put("release_date", film.released().toString())
                        .put("video", false);
            case Series series ->
                json.put("name", facts.title())
                        .put("original_name", facts.originalTitle())
                        .put("first_air_date", series.released().toString())
                        .put("origin_country", new JsonArray().add("US"));
        };
    }

    static long votes(Title title) {
        return title.facts().vote() == 0 ? 0 : Math.round(title.facts().popularity() * VOTES_PER_POPULARITY);
    }

    /** As in lists of several kinds. */
    static JsonObject mixed(Title title) {
        return result(title).put("media_type", title instanceof Film ? "movie" : "tv");
    }

    static JsonObject details(Title title, LocalDate today) {
        JsonObject json = result(title);
        json.remove("genre_ids");
        json.put("genres", list(title.facts().genres().stream().map(TmdbJson::genre)))
                .put("tagline", title.facts().tagline())
                .put("homepage", "")
                .put("spoken_languages", new JsonArray())
                .put("production_companies", new JsonArray());
        return switch (title) {
            case Film film -> film(json, film, today);
            case Series series -> series(json, series, today);
        };
    }

    static JsonObject genre(Genre genre) {
        return new JsonObject().put("id", genre.id()).put("name", genre.name());
    }

    private static JsonObject film(JsonObject json, Film film, LocalDate today) {
        return json.put("imdb_id", film.facts().imdbId())
                .put("runtime", film.runtimeMinutes())
                .put("status", film.released().isAfter(today) ? "Post Production" : "Released")
                .put("belongs_to_collection", (Object) null)
                .put("budget", 0)
                .put("revenue", 0);
    }

    private static JsonObject series(JsonObject json, Series series, LocalDate today) {
        List<Season> regular =
                series.seasons().stream().filter(season -> season.number() > 0).toList();
        boolean begun = !series.released().isAfter(today);
        Optional<Episode> last = lastAired(series, today);
        return json.put("number_of_seasons", regular.size())
                .put(
                        "number_of_episodes",
                        regular.stream()
                                .mapToInt(season -> season.episodes().size())
                                .sum())
                .put("episode_run_time", new JsonArray().add(series.episodeMinutes()))
                .put("status", series.ended() ? "Ended" : begun ? "Returning Series" : "In Production")
                .put("in_production", !series.ended())
                .put("type", "Scripted")
                .put(
                        "last_air_date",
                        last.map(episode -> episode.airDate().toString()).orElse(null))
                .put(
                        "last_episode_to_air",
                        last.map(episode -> episode(series, seasonOf(series, episode), episode))
                                .orElse(null))
                .put("next_episode_to_air", next(series, today))
                .put("seasons", list(series.seasons().stream().map(season -> season(series, season))));
    }

    private static JsonObject season(Series series, Season season) {
        return new JsonObject()
                .put("id", id(series, season.number(), 0))
                .put("air_date", season.airDate().toString())
                .put("episode_count", season.episodes().size())
                .put("name", season.name())
                .put("overview", "")
                .put("poster_path", Pictures.poster(series))
                .put("season_number", season.number())
                .put("vote_average", series.facts().vote());
    }

    static JsonObject seasonDetails(Series series, Season season) {
        JsonObject json = season(series, season);
        json.remove("episode_count");
        return json.put("episodes", list(season.episodes().stream().map(episode -> episode(series, season, episode))));
    }

    private static JsonObject episode(Series series, Season season, Episode episode) {
        return new JsonObject()
                .put("id", id(series, season.number(), episode.number()))
                .put("name", episode.name())
                .put("overview", "")
                .put("air_date", episode.airDate().toString())
                .put("episode_number", episode.number())
                .put("season_number", season.number())
                .put("show_id", series.tmdbId())
                .put("runtime", series.episodeMinutes())
                .put("still_path", Pictures.backdrop(series))
                .put("vote_average", series.facts().vote())
                .put("vote_count", 0);
    }

    private static Optional<Episode> lastAired(Series series, LocalDate today) {
        return episodes(series)
                .filter(episode -> !episode.airDate().isAfter(today))
                .max(Comparator.comparing(Episode::airDate));
    }

    private static @Nullable JsonObject next(Series series, LocalDate today) {
        return episodes(series)
                .filter(episode -> episode.airDate().isAfter(today))
                .min(Comparator.comparing(Episode::airDate))
                .map(episode -> episode(series, seasonOf(series, episode), episode))
                .orElse(null);
    }

    private static Stream<Episode> episodes(Series series) {
        return series.seasons().stream()
                .filter(season -> season.number() > 0)
                .flatMap(season -> season.episodes().stream());
    }

    private static Season seasonOf(Series series, Episode episode) {
        return series.seasons().stream()
                .filter(season -> season.episodes().contains(episode))
                .filter(season -> season.number() > 0)
                .findFirst()
                .orElseThrow();
    }

    private static int id(Series series, int season, int episode) {
        return (series.tmdbId() % 100_000) * 10_000 + season * 100 + episode;
    }

    static JsonArray list(Stream<?> elements) {
        return elements.collect(Collector.of(JsonArray::new, JsonArray::add, JsonArray::addAll));
    }
}
