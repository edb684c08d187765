package org.medianest.homelab.arr;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.medianest.homelab.catalogue.Genre;
import org.medianest.homelab.catalogue.TitleKey;

/** Where Sonarr says something else than Radarr. */
final class SonarrFace implements Face {
    private final Settings settings;
    private final ShowJson json;

    SonarrFace(Settings settings, ShowJson json) {
        this.settings = settings;
        this.json = json;
    }

    @Override
    public String kind() {
        return "series";
    }

    @Override
    public String appName() {
        return "Sonarr";
    }

    @Override
    public String version() {
        return "4.0.12.2823";
    }

    @Override
    public String addedEvent() {
        return "SeriesAdd";
    }

    @Override
    public String deletedEvent() {
        return "SeriesDelete";
    }

    @Override
    public String fileKey() {
        return "episodeFile";
    }

    @Override
    public JsonObject added(Work work) {
        Show show = (Show) work;
        return new JsonObject()
                .put(
                        "series",
                        new JsonObject()
                                .put("id", show.id())
                                .put("title", show.title())
                                .put("titleSlug", Names.slug(show.title()))
                                .put("path", show.path())
                                .put("tvdbId", show.series().tvdbId())
                                .put("tvMazeId", 0)
                                .put("tmdbId", show.tmdbId())
                                .put("imdbId", show.series().facts().imdbId())
                                .put("type", show.type())
                                .put("year", show.series().year())
                                .put(
                                        "genres",
                                        new JsonArray(show.series().facts().genres().stream()
                                                .map(Genre::name)
                                                .toList()))
                                .put("images", new JsonArray())
                                .put("tags", settings.labels(show.keeping().tags())));
    }

    @Override
    public JsonObject about(Work work, List<Wanted> wanted) {
        JsonArray episodes = new JsonArray();
        wanted.stream()
                .map(ShowEpisode.class::cast)
                .forEach(episode -> episodes.add(new JsonObject()
                        .put("id", episode.id())
                        .put("episodeNumber", episode.number())
                        .put("seasonNumber", episode.season())
                        .put("title", episode.name())
                        .put("overview", "")
                        .put("airDate", episode.airDate().toString())
                        .put("airDateUtc", Json.time(episode.airs()))
                        .put("seriesId", work.id())
                        .put("tvdbId", ShowJson.tvdbId(episode))));
        return added(work).put("episodes", episodes);
    }

    @Override
    public JsonObject example() {
        return new JsonObject()
                .put(
                        "series",
                        new JsonObject()
                                .put("id", 1)
                                .put("title", "Test Title")
                                .put("path", "C:\\testpath")
                                .put("tvdbId", 1234)
                                .put("tags", new JsonArray().add("test-tag")))
                .put(
                        "episodes",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("id", 123)
                                        .put("episodeNumber", 1)
                                        .put("seasonNumber", 1)
                                        .put("title", "Test title")));
    }

    @Override
    public JsonObject ids(Work work, Wanted wanted) {
        ShowEpisode episode = (ShowEpisode) wanted;
        return new JsonObject()
                .put("seriesId", work.id())
                .put("episodeId", episode.id())
                .put("seasonNumber", episode.season());
    }

    @Override
    public void include(
            JsonObject record, Work work, Wanted wanted, boolean includeWork, boolean includePart, Instant now) {
        record.put("episodeHasFile", !wanted.isMissing());
        if (includeWork) {
            record.put("series", json.whole((Show) work, now));
        }
        if (includePart) {
            record.put("episode", json.episode((ShowEpisode) wanted));
        }
    }

    @Override
    public org.medianest.homelab.world.MediaFile file(Work work, Wanted wanted, MediaFile file) {
        ShowEpisode episode = (ShowEpisode) wanted;
        return new org.medianest.homelab.world.MediaFile(
                file.path(),
                Optional.of(TitleKey.series(work.tmdbId())),
                episode.season(),
                episode.number(),
                file.size(),
                file.added());
    }
}
