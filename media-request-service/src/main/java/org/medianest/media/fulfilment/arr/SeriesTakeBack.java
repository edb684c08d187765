package org.medianest.media.fulfilment.arr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.medianest.media.fulfilment.Footprint;
import org.medianest.media.fulfilment.Said;
import org.medianest.media.system.Connection;
import org.medianest.media.system.Query;
import org.medianest.media.system.SystemKind;

/**
 * Takes back what was done in Sonarr for seasons: they are not looked for any more. A season that is whole stays as it is. The series goes
 * only when it was we who added it and nothing else is wanted or there of it; no file is ever deleted.
 */
final class SeriesTakeBack {
    private static final String SERIES = "/series";
    private static final String MONITORED = "monitored";
    private static final SystemKind KIND = SystemKind.SONARR;
    private static final Query KEEP_FILES = Query.of("deleteFiles", false).and("addImportListExclusion", false);

    private final Arr arr;
    private final Connection connection;
    private final Footprint ours;

    SeriesTakeBack(Arr arr, Connection connection, Footprint ours) {
        this.arr = arr;
        this.connection = connection;
        this.ours = ours;
    }

    /** What came of it, a sentence for people. */
    Uni<String> of(int tvdbId) {
        return arr.find(connection, SERIES, "tvdbId", tvdbId)
                .chain(found -> found.map(this::takeBack)
                        .orElseGet(() -> Uni.createFrom().item("Sonarr does not have it any more.")));
    }

    private Uni<String> takeBack(JsonNode series) {
        List<JsonNode> seasons = Said.list(KIND, series, "seasons");
        Set<Integer> open = seasons.stream()
                .filter(season -> !SeriesStanding.isWhole(season))
                .map(SeriesTakeBack::number)
                .filter(ours.seasons()::contains)
                .collect(Collectors.toSet());
        boolean othersAreWatched = seasons.stream()
                .filter(season -> Said.flag(KIND, season, MONITORED))
                .anyMatch(season -> !ours.seasons().contains(number(season)));
        int id = Said.number(KIND, series, "id");
        if (ours.added() && !othersAreWatched && seasons.stream().noneMatch(SeriesTakeBack::hasFiles)) {
            return arr.stop(connection, line -> line.owner() == id)
                    .chain(() -> arr.remove(connection, SERIES, id, KEEP_FILES))
                    .replaceWith("It was taken out of Sonarr again.");
        }
        if (open.isEmpty() && !(ours.watched() && !othersAreWatched)) {
            return Uni.createFrom().item("Sonarr has got it already, so it stays there.");
        }
        return arr.change(connection, SERIES, unwatched(series, open, ours.watched() && !othersAreWatched))
                .chain(() -> arr.stop(connection, line -> line.owner() == id && isOurs(line, open)))
                .replaceWith("Sonarr does not look for it any more.");
    }

    private static ObjectNode unwatched(JsonNode series, Set<Integer> seasons, boolean wholly) {
        ObjectNode changed = series.deepCopy();
        for (JsonNode season : changed.path("seasons")) {
            if (season instanceof ObjectNode listed && seasons.contains(number(listed))) {
                listed.put(MONITORED, false);
            }
        }
        if (wholly) {
            changed.put(MONITORED, false);
        }
        return changed;
    }

    private boolean isOurs(QueueRecord line, Set<Integer> seasons) {
        return line.season() != null && seasons.contains(line.season()) && line.isSince(ours.since());
    }

    private static int number(JsonNode season) {
        return Said.number(KIND, season, "seasonNumber");
    }

    private static boolean hasFiles(JsonNode season) {
        return season.path("statistics").path("episodeFileCount").asInt() > 0;
    }
}
