package org.medianest.homelab.arr;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.medianest.homelab.catalogue.Genre;
import org.medianest.homelab.catalogue.Series;

/** How Sonarr shows series. */
final class ShowJson {
    private final Settings settings;

    ShowJson(Settings settings) {
        this.settings = settings;
    }

    /** What a search for series to add finds; without an id, because Sonarr does not keep it. */
    JsonObject lookup(Series series, Instant now) {
        JsonObject json = whole(new Show(0, 0, series, Instant.EPOCH, Keeping.NOT), now);
        json.remove("path");
        return json.put("added", "0001-01-01T00:00:00Z").put("folder", Names.folder(series.title(), series.year()));
    }

    JsonObject whole(Show show, Instant now) {
        Series series = show.series();
        JsonObject json = new JsonObject()
                .put("title", series.title())
                .put("alternateTitles", new JsonArray())
                .put("sortTitle", Names.sort(series.title()))
                .put("status", status(show, now))
                .put("ended", series.ended())
                .put("overview", series.facts().overview())
                .put("network", "")
                .put("airTime", "20:00")
                .put("images", new JsonArray())
                .put("originalLanguage", new JsonObject().put("id", 1).put("name", "English"))
                .put("seasons", seasons(show, now))
                .put("year", series.year())
                .put("path", show.path())
                .put("qualityProfileId", show.keeping().qualityProfile())
                .put("seasonFolder", show.hasSeasonFolder())
                .put("monitored", show.isMonitored())
                .put("monitorNewItems", show.monitorNewItems())
                .put("useSceneNumbering", false)
                .put("runtime", series.episodeMinutes())
                .put("tvdbId", series.tvdbId())
                .put("tvRageId", 0)
                .put("tvMazeId", 0)
                .put("tmdbId", series.tmdbId())
                .put(
                        "firstAired",
                        Json.time(series.released().atStartOfDay(ZoneOffset.UTC).toInstant()))
                .put("seriesType", show.type())
                .put("cleanTitle", Names.clean(series.title()))
                .put("imdbId", series.facts().imdbId())
                .put("titleSlug", Names.slug(series.title()))
                .put("rootFolderPath", settings.rootFolderOf(show.path()))
                .put("certification", series.facts().certification())
                .put(
                        "genres",
                        new JsonArray(series.facts().genres().stream()
                                .map(Genre::name)
                                .toList()))
                .put("tags", Json.ints(show.keeping().tags()))
                .put("added", Json.time(show.added()))
                .put(
                        "ratings",
                        new JsonObject()
                                .put("votes", 1000)
                                .put("value", series.facts().vote()))
                .put("statistics", seriesStatistics(show, now))
                .put("languageProfileId", 1);
        next(show, now).ifPresent(airs -> json.put("nextAiring", Json.time(airs)));
        if (show.id() != 0) {
            json.put("id", show.id());
        }
        return json;
    }

    private static String status(Show show, Instant now) {
        if (show.parts().stream().noneMatch(episode -> episode.isOut(now))) {
            return "upcoming";
        }
        return show.series().ended() ? "ended" : "continuing";
    }

    private static Optional<Instant> next(Show show, Instant now) {
        return show.parts().stream()
                .filter(episode -> episode.isMonitored() && !episode.isOut(now))
                .map(ShowEpisode::airs)
                .min(Comparator.naturalOrder());
    }

    private static JsonArray seasons(Show show, Instant now) {
        JsonArray seasons = new JsonArray();
        show.seasons()
                .forEach(number -> seasons.add(new JsonObject()
                        .put("seasonNumber", number)
                        .put("monitored", show.isSeasonMonitored(number))
                        .put("statistics", statistics(show.season(number), now))));
        return seasons;
    }

    private static JsonObject seriesStatistics(Show show, Instant now) {
        return statistics(show.parts(), now)
                .put(
                        "seasonCount",
                        show.seasons().stream().filter(number -> number > 0).count());
    }

    /** {@code episodeCount} has those that are there or could be: out and monitored. */
    private static JsonObject statistics(List<ShowEpisode> episodes, Instant now) {
        List<MediaFile> files = episodes.stream()
                .map(ShowEpisode::file)
                .flatMap(file -> Optional.ofNullable(file).stream())
                .toList();
        long expected = episodes.stream()
                .filter(episode -> !episode.isMissing() || episode.isMonitored() && episode.isOut(now))
                .count();
        return new JsonObject()
                .put("episodeFileCount", files.size())
                .put("episodeCount", expected)
                .put("totalEpisodeCount", episodes.size())
                .put("sizeOnDisk", files.stream().mapToLong(MediaFile::size).sum())
                .put("releaseGroups", files.isEmpty() ? new JsonArray() : new JsonArray().add("NEST"))
                .put("percentOfEpisodes", expected == 0 ? 100.0 : 100.0 * files.size() / expected);
    }

    JsonObject episode(ShowEpisode episode) {
        MediaFile file = episode.file();
        return new JsonObject()
                .put("seriesId", episode.show().id())
                .put("tvdbId", tvdbId(episode))
                .put("episodeFileId", file == null ? 0 : file.id())
                .put("seasonNumber", episode.season())
                .put("episodeNumber", episode.number())
                .put("title", episode.name())
                .put("airDate", episode.airDate().toString())
                .put("airDateUtc", Json.time(episode.airs()))
                .put("runtime", episode.show().series().episodeMinutes())
                .put("overview", "")
                .put("hasFile", file != null)
                .put("monitored", episode.isMonitored())
                .put("unverifiedSceneNumbering", false)
                .put("images", new JsonArray())
                .put("id", episode.id());
    }

    static int tvdbId(ShowEpisode episode) {
        return episode.show().series().tvdbId() * 10 + episode.id();
    }
}
