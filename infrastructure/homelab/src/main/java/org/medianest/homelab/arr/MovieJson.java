package org.medianest.homelab.arr;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.medianest.homelab.catalogue.Film;
import org.medianest.homelab.catalogue.Genre;
import org.medianest.homelab.catalogue.TitleKey;

/** How Radarr shows movies. */
final class MovieJson implements Face {
    private final Settings settings;

    MovieJson(Settings settings) {
        this.settings = settings;
    }

    /** What a search for movies to add finds; without an id, because Radarr does not keep it. */
    JsonObject lookup(Film film, Instant now) {
        return whole(new Movie(0, film, Instant.EPOCH, Keeping.NOT, Movie.Availability.ANNOUNCED), now)
                .put("added", "0001-01-01T00:00:00Z")
                .putNull("path")
                .put("folder", Names.folder(film.title(), film.year()));
    }

    JsonObject whole(Movie movie, Instant now) {
        Film film = movie.film();
        MediaFile file = movie.file();
        JsonObject json = new JsonObject()
                .put("title", film.title())
                .put("originalTitle", film.facts().originalTitle())
                .put("originalLanguage", new JsonObject().put("id", 1).put("name", "English"))
                .put("alternateTitles", new JsonArray())
                .put("secondaryYearSourceId", 0)
                .put("sortTitle", Names.sort(film.title()))
                .put("sizeOnDisk", file == null ? 0 : file.size())
                .put("status", movie.status(now))
                .put("overview", film.facts().overview())
                .put("inCinemas", Json.time(movie.inCinemas()))
                .put("digitalRelease", Json.time(movie.atHome()))
                .put("images", new JsonArray())
                .put("website", "")
                .put("year", film.year())
                .put("youTubeTrailerId", "")
                .put("studio", "")
                .put("path", movie.path())
                .put("qualityProfileId", movie.keeping().qualityProfile())
                .put("hasFile", file != null)
                .put("movieFileId", file == null ? 0 : file.id())
                .put("monitored", movie.isMonitored())
                .put("minimumAvailability", movie.minimum().key())
                .put("isAvailable", movie.isAvailable(now))
                .put("folderName", movie.path())
                .put("runtime", film.runtimeMinutes())
                .put("cleanTitle", Names.clean(film.title()))
                .put("imdbId", film.facts().imdbId())
                .put("tmdbId", film.tmdbId())
                .put("titleSlug", Integer.toString(film.tmdbId()))
                .put("rootFolderPath", settings.rootFolderOf(movie.path()))
                .put("certification", film.facts().certification())
                .put(
                        "genres",
                        new JsonArray(
                                film.facts().genres().stream().map(Genre::name).toList()))
                .put("tags", Json.ints(movie.keeping().tags()))
                .put("added", Json.time(movie.added()))
                .put(
                        "ratings",
                        new JsonObject()
                                .put(
                                        "tmdb",
                                        new JsonObject()
                                                .put("votes", 1000)
                                                .put("value", film.facts().vote())
                                                .put("type", "user")))
                .put("popularity", film.facts().popularity())
                .put(
                        "statistics",
                        new JsonObject()
                                .put("movieFileCount", file == null ? 0 : 1)
                                .put("sizeOnDisk", file == null ? 0 : file.size())
                                .put("releaseGroups", file == null ? new JsonArray() : new JsonArray().add("NEST")));
        if (file != null) {
            json.put("movieFile", file(movie, file));
        }
        if (movie.id() != 0) {
            json.put("id", movie.id());
        }
        return json;
    }

    private static JsonObject file(Movie movie, MediaFile file) {
        return new JsonObject()
                .put("movieId", movie.id())
                .put("relativePath", file.relativePath())
                .put("path", file.path())
                .put("size", file.size())
                .put("dateAdded", Json.time(file.added()))
                .put("sceneName", file.release())
                .put("releaseGroup", "NEST")
                .put("edition", "")
                .put("languages", Json.languages())
                .put("quality", Json.quality())
                .put("customFormats", new JsonArray())
                .put("customFormatScore", 0)
                .put("indexerFlags", 0)
                .put("qualityCutoffNotMet", false)
                .put("id", file.id());
    }

    @Override
    public String appName() {
        return "Radarr";
    }

    @Override
    public String version() {
        return "5.17.2.9580";
    }

    @Override
    public String kind() {
        return "movie";
    }

    @Override
    public String addedEvent() {
        return "MovieAdded";
    }

    @Override
    public String deletedEvent() {
        return "MovieDelete";
    }

    @Override
    public String fileKey() {
        return "movieFile";
    }

    @Override
    public JsonObject added(Work work) {
        Movie movie = (Movie) work;
        return new JsonObject()
                .put(
                        "movie",
                        new JsonObject()
                                .put("id", movie.id())
                                .put("title", movie.title())
                                .put("year", movie.film().year())
                                .put(
                                        "releaseDate",
                                        movie.atHome()
                                                .atOffset(ZoneOffset.UTC)
                                                .toLocalDate()
                                                .toString())
                                .put("folderPath", movie.path())
                                .put("tmdbId", movie.tmdbId())
                                .put("imdbId", movie.film().facts().imdbId())
                                .put("overview", movie.film().facts().overview())
                                .put(
                                        "genres",
                                        new JsonArray(movie.film().facts().genres().stream()
                                                .map(Genre::name)
                                                .toList()))
                                .put("images", new JsonArray())
                                .put("tags", settings.labels(movie.keeping().tags())));
    }

    @Override
    public JsonObject about(Work work, List<Wanted> wanted) {
        Movie movie = (Movie) work;
        return added(work)
                .put(
                        "remoteMovie",
                        new JsonObject()
                                .put("tmdbId", movie.tmdbId())
                                .put("imdbId", movie.film().facts().imdbId())
                                .put("title", movie.title())
                                .put("year", movie.film().year()));
    }

    @Override
    public JsonObject example() {
        return new JsonObject()
                .put(
                        "movie",
                        new JsonObject()
                                .put("id", 1)
                                .put("title", "Test Title")
                                .put("year", 1970)
                                .put("releaseDate", "1970-01-01")
                                .put("folderPath", "C:\\testpath")
                                .put("tmdbId", 0)
                                .put("tags", new JsonArray().add("test-tag")))
                .put(
                        "remoteMovie",
                        new JsonObject()
                                .put("tmdbId", 1234)
                                .put("imdbId", "5678")
                                .put("title", "Test title")
                                .put("year", 1970))
                .put(
                        "release",
                        new JsonObject()
                                .put("quality", "Test Quality")
                                .put("qualityVersion", 1)
                                .put("releaseGroup", "Test Group")
                                .put("releaseTitle", "Test Title")
                                .put("indexer", "Test Indexer")
                                .put("size", 9999999)
                                .put("customFormatScore", 0));
    }

    @Override
    public JsonObject ids(Work work, Wanted wanted) {
        return new JsonObject().put("movieId", work.id());
    }

    @Override
    public void include(
            JsonObject record, Work work, Wanted wanted, boolean includeWork, boolean includePart, Instant now) {
        if (includeWork) {
            record.put("movie", whole((Movie) work, now));
        }
    }

    @Override
    public org.medianest.homelab.world.MediaFile file(Work work, Wanted wanted, MediaFile file) {
        return new org.medianest.homelab.world.MediaFile(
                file.path(), java.util.Optional.of(TitleKey.movie(work.tmdbId())), 0, 0, file.size(), file.added());
    }
}
