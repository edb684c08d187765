package org.medianest.homelab.seerr;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import org.medianest.homelab.artwork.Pictures;
import org.medianest.homelab.catalogue.CastMember;
import org.medianest.homelab.catalogue.Episode;
import org.medianest.homelab.catalogue.Film;
import org.medianest.homelab.catalogue.Genre;
import org.medianest.homelab.catalogue.Season;
import org.medianest.homelab.catalogue.Series;
import org.medianest.homelab.catalogue.Title;

/** Titles as Seerr writes what TMDB told it: TMDB's names in camel case, and what it knows itself. */
final class TitleJson {
    private final SeerrJson json;

    TitleJson(SeerrJson json) {
        this.json = json;
    }

    /** As in the results of a search. */
    JsonObject result(Title title) {
        JsonArray genres = new JsonArray();
        title.facts().genres().stream().map(Genre::id).forEach(genres::add);
        JsonObject result = common(title).put("genreIds", genres);
        JsonObject info = json.mediaInfo(title.key());
        return info == null ? result : result.put("mediaInfo", info);
    }

    private static JsonObject common(Title title) {
        JsonObject common = new JsonObject()
                .put("id", title.tmdbId())
                .put("adult", false)
                .put("popularity", title.facts().popularity())
                .put("posterPath", Pictures.poster(title))
                .put("backdropPath", Pictures.backdrop(title))
                .put("voteCount", Math.round(title.facts().popularity() * 90))
                .put("voteAverage", title.facts().vote())
                .put("overview", title.facts().overview())
                .put("originalLanguage", title.facts().language());
        return switch (title) {
            case Film film ->
                common.put("mediaType", "movie")
                        .put("title", film.title())
                        .put("originalTitle", film.facts().originalTitle())
                        .put("releaseDate", film.released().toString())
                        .put("video", false);
            case Series series ->
                common.put("mediaType", "tv")
                        .put("name", series.title())
                        .put("originalName", series.facts().originalTitle())
                        .put("firstAirDate", series.released().toString())
                        .put("originCountry", new JsonArray().add("US"));
        };
    }

    static JsonObject person(String name) {
        return new JsonObject()
                .put("id", Pictures.personId(name))
                .put("mediaType", "person")
                .put("name", name)
                .put("popularity", 1.0)
                .put("adult", false)
                .put("profilePath", Pictures.profile(name))
                .put("knownFor", new JsonArray());
    }

    static JsonObject collection(Title first) {
        return new JsonObject()
                .put("id", first.tmdbId())
                .put("mediaType", "collection")
                .put("title", first.title() + " Collection")
                .put("originalTitle", first.title() + " Collection")
                .put("adult", false)
                .put("overview", "")
                .put("posterPath", Pictures.poster(first))
                .put("backdropPath", Pictures.backdrop(first))
                .put("originalLanguage", first.facts().language());
    }

    JsonObject details(Title title, LocalDate today) {
        JsonArray genres = new JsonArray();
        title.facts()
                .genres()
                .forEach(genre ->
                        genres.add(new JsonObject().put("id", genre.id()).put("name", genre.name())));
        JsonObject details = common(title)
                .put("genres", genres)
                .put("tagline", title.facts().tagline())
                .put("homepage", "")
                .put("productionCompanies", new JsonArray())
                .put("relatedVideos", new JsonArray())
                .put("credits", credits(title))
                .put("keywords", new JsonArray())
                .put("watchProviders", new JsonArray());
        details.remove("mediaType");
        JsonObject info = json.mediaInfo(title.key());
        if (info != null) {
            details.put("mediaInfo", info);
        }
        return switch (title) {
            case Film film -> film(details, film, today);
            case Series series -> series(details, series, today);
        };
    }

    private static JsonObject film(JsonObject details, Film film, LocalDate today) {
        return details.put("imdbId", film.facts().imdbId())
                .put("runtime", film.runtimeMinutes())
                .put("budget", 0)
                .put("revenue", 0)
                .put("status", film.released().isAfter(today) ? "Post Production" : "Released")
                .put("releases", new JsonObject().put("results", new JsonArray()))
                .put("externalIds", new JsonObject().put("imdbId", film.facts().imdbId()));
    }

    private static JsonObject series(JsonObject details, Series series, LocalDate today) {
        JsonArray seasons = new JsonArray();
        series.seasons().forEach(season -> seasons.add(season(series, season)));
        JsonObject next = series.seasons().stream()
                .filter(season -> season.number() > 0)
                .flatMap(season -> season.episodes().stream()
                        .filter(episode -> episode.airDate().isAfter(today))
                        .map(episode -> episode(season, episode)))
                .findFirst()
                .orElse(null);
        return details.put("episodeRunTime", new JsonArray().add(series.episodeMinutes()))
                .put("inProduction", !series.ended())
                .put("status", series.ended() ? "Ended" : "Returning Series")
                .put("type", "Scripted")
                .put(
                        "numberOfSeasons",
                        series.seasons().stream()
                                .filter(season -> season.number() > 0)
                                .count())
                .put(
                        "numberOfEpisodes",
                        series.seasons().stream()
                                .filter(season -> season.number() > 0)
                                .mapToInt(season -> season.episodes().size())
                                .sum())
                .put("nextEpisodeToAir", next)
                .put("networks", new JsonArray())
                .put("createdBy", new JsonArray())
                .put("contentRatings", new JsonObject().put("results", new JsonArray()))
                .put(
                        "externalIds",
                        new JsonObject().put("imdbId", series.facts().imdbId()).put("tvdbId", series.tvdbId()))
                .put("seasons", seasons);
    }

    private static JsonObject season(Series series, Season season) {
        return new JsonObject()
                .put("id", series.tmdbId() * 100 + season.number())
                .put("airDate", season.airDate().toString())
                .put("episodeCount", season.episodes().size())
                .put("name", season.name())
                .put("overview", "")
                .put("posterPath", Pictures.poster(series))
                .put("seasonNumber", season.number());
    }

    static JsonObject seasonDetails(Series series, Season season) {
        JsonArray episodes = new JsonArray();
        season.episodes().forEach(episode -> episodes.add(episode(season, episode)));
        return season(series, season)
                .put("externalIds", new JsonObject().put("tvdbId", series.tvdbId()))
                .put("episodes", episodes);
    }

    private static JsonObject episode(Season season, Episode episode) {
        return new JsonObject()
                .put("id", season.number() * 100 + episode.number())
                .put("airDate", episode.airDate().toString())
                .put("episodeNumber", episode.number())
                .put("seasonNumber", season.number())
                .put("name", episode.name())
                .put("overview", "");
    }

    private static JsonObject credits(Title title) {
        JsonArray cast = new JsonArray();
        for (CastMember member : title.facts().cast()) {
            cast.add(new JsonObject()
                    .put("id", Pictures.personId(member.name()))
                    .put("character", member.character())
                    .put("name", member.name())
                    .put("order", cast.size())
                    .put("profilePath", Pictures.profile(member.name())));
        }
        return new JsonObject().put("cast", cast).put("crew", new JsonArray());
    }
}
