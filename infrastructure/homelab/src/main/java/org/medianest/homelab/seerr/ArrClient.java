package org.medianest.homelab.seerr;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.medianest.homelab.catalogue.Film;
import org.medianest.homelab.catalogue.Season;
import org.medianest.homelab.catalogue.Series;
import org.medianest.homelab.system.Addresses;
import org.medianest.homelab.system.Keys;
import org.medianest.homelab.system.OutgoingCalls;
import org.medianest.homelab.system.SystemName;

/** Speaks with Radarr and Sonarr over HTTP, so that what is wrong with them is so for Seerr too. */
final class ArrClient {
    private static final int PROFILE = 4;

    private final Addresses addresses;
    private @Nullable OutgoingCalls calls;

    ArrClient(Addresses addresses) {
        this.addresses = addresses;
    }

    void start(Vertx vertx) {
        calls = new OutgoingCalls(vertx);
    }

    /** The future has the movie's id in Radarr. One that is there already is searched for. */
    Future<Integer> add(Film film, JsonObject options) {
        return call(SystemName.RADARR, "GET", "/movie?tmdbId=" + film.tmdbId(), null)
                .map(ArrClient::array)
                .compose(known -> known.isEmpty() ? addNew(film, options) : again(known.getJsonObject(0)));
    }

    private Future<Integer> addNew(Film film, JsonObject options) {
        JsonObject body = new JsonObject()
                .put("title", film.title())
                .put("qualityProfileId", options.getInteger("profileId", PROFILE))
                .put("profileId", options.getInteger("profileId", PROFILE))
                .put("titleSlug", Integer.toString(film.tmdbId()))
                .put("minimumAvailability", "released")
                .put("tmdbId", film.tmdbId())
                .put("year", film.year())
                .put("rootFolderPath", options.getString("rootFolder", "/movies"))
                .put("monitored", true)
                .put("tags", options.getJsonArray("tags", new JsonArray()))
                .put("addOptions", new JsonObject().put("searchForMovie", true));
        return call(SystemName.RADARR, "POST", "/movie", body).map(ArrClient::id);
    }

    private Future<Integer> again(JsonObject movie) {
        if (movie.getBoolean("hasFile")) {
            return Future.succeededFuture(movie.getInteger("id"));
        }
        JsonObject search = new JsonObject()
                .put("name", "MoviesSearch")
                .put("movieIds", new JsonArray().add(movie.getInteger("id")));
        return call(
                        SystemName.RADARR,
                        "PUT",
                        "/movie/" + movie.getInteger("id"),
                        movie.copy().put("monitored", true))
                .compose(changed -> call(SystemName.RADARR, "POST", "/command", search))
                .map(searching -> movie.getInteger("id"));
    }

    /** The future has the series' id in Sonarr. One that is there already gets these seasons monitored too. */
    Future<Integer> add(Series series, Set<Integer> seasons, JsonObject options) {
        return call(SystemName.SONARR, "GET", "/series?tvdbId=" + series.tvdbId(), null)
                .map(ArrClient::array)
                .compose(known ->
                        known.isEmpty() ? addNew(series, seasons, options) : again(known.getJsonObject(0), seasons));
    }

    private Future<Integer> addNew(Series series, Set<Integer> seasons, JsonObject options) {
        JsonArray switches = new JsonArray();
        series.seasons().stream()
                .map(Season::number)
                .forEach(number -> switches.add(
                        new JsonObject().put("seasonNumber", number).put("monitored", seasons.contains(number))));
        JsonObject body = new JsonObject()
                .put("tvdbId", series.tvdbId())
                .put("title", series.title())
                .put("qualityProfileId", options.getInteger("profileId", PROFILE))
                .put("languageProfileId", 1)
                .put("seasons", switches)
                .put("tags", options.getJsonArray("tags", new JsonArray()))
                .put("seasonFolder", true)
                .put("monitored", true)
                .put("monitorNewItems", "all")
                .put("rootFolderPath", options.getString("rootFolder", "/tv"))
                .put("seriesType", "standard")
                .put(
                        "addOptions",
                        new JsonObject().put("ignoreEpisodesWithFiles", true).put("searchForMissingEpisodes", true));
        return call(SystemName.SONARR, "POST", "/series", body).map(ArrClient::id);
    }

    private Future<Integer> again(JsonObject series, Set<Integer> seasons) {
        JsonObject changed = series.copy().put("monitored", true);
        changed.getJsonArray("seasons").stream().map(JsonObject.class::cast).forEach(season -> {
            if (seasons.contains(season.getInteger("seasonNumber"))) {
                season.put("monitored", true);
            }
        });
        int id = series.getInteger("id");
        JsonObject search = new JsonObject().put("name", "MissingEpisodeSearch").put("seriesId", id);
        return call(SystemName.SONARR, "PUT", "/series/" + id, changed)
                .compose(done -> call(SystemName.SONARR, "POST", "/command", search))
                .map(searching -> id);
    }

    /** Deletes it with its files. */
    Future<Void> delete(Media media, int id) {
        SystemName arr = media.isMovie() ? SystemName.RADARR : SystemName.SONARR;
        String path = (media.isMovie() ? "/movie/" : "/series/") + id;
        return call(arr, "DELETE", path + "?deleteFiles=true&addImportExclusion=false", null)
                .mapEmpty();
    }

    /** The first page of the queue. */
    Future<JsonArray> queue(SystemName arr) {
        return call(arr, "GET", "/queue?includeEpisode=true", null)
                .map(body -> new JsonObject(body).getJsonArray("records"));
    }

    private static JsonArray array(String body) {
        return new JsonArray(body);
    }

    private static int id(String body) {
        return new JsonObject(body).getInteger("id");
    }

    private Future<String> call(SystemName arr, String method, String path, @Nullable JsonObject body) {
        OutgoingCalls outgoing = calls;
        if (outgoing == null) {
            return Future.failedFuture("not started");
        }
        RequestOptions options = new RequestOptions()
                .setAbsoluteURI(addresses.url(arr) + "/api/v3" + path)
                .setMethod(HttpMethod.valueOf(method))
                .putHeader("X-Api-Key", arr == SystemName.RADARR ? Keys.RADARR : Keys.SONARR)
                .putHeader("Content-Type", "application/json");
        return outgoing.send(options, body == null ? null : body.toBuffer())
                .compose(answer -> answer.status() < 300
                        ? Future.succeededFuture(answer.body())
                        : Future.failedFuture(arr + " answered " + answer.status()));
    }
}
