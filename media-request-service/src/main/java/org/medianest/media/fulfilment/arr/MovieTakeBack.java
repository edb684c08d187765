package org.medianest.media.fulfilment.arr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import org.medianest.media.fulfilment.Footprint;
import org.medianest.media.fulfilment.Said;
import org.medianest.media.system.Connection;
import org.medianest.media.system.Query;
import org.medianest.media.system.SystemKind;

/** Takes back what was done in Radarr for a film. A film that has its file stays as it is, and no file is ever deleted. */
final class MovieTakeBack {
    private static final String MOVIES = "/movie";
    private static final SystemKind KIND = SystemKind.RADARR;
    private static final Query KEEP_FILES = Query.of("deleteFiles", false).and("addImportExclusion", false);

    private final Arr arr;
    private final Connection connection;
    private final Footprint ours;

    MovieTakeBack(Arr arr, Connection connection, Footprint ours) {
        this.arr = arr;
        this.connection = connection;
        this.ours = ours;
    }

    /** What came of it, a sentence for people. */
    Uni<String> of(int tmdbId) {
        return arr.find(connection, MOVIES, "tmdbId", tmdbId)
                .chain(found -> found.map(this::takeBack)
                        .orElseGet(() -> Uni.createFrom().item("Radarr does not have it any more.")));
    }

    private Uni<String> takeBack(JsonNode movie) {
        if (Said.flag(KIND, movie, "hasFile")) {
            return Uni.createFrom().item("Radarr has got it already, so it stays there.");
        }
        int id = Said.number(KIND, movie, "id");
        if (ours.added()) {
            return arr.stop(connection, line -> line.owner() == id)
                    .chain(() -> arr.remove(connection, MOVIES, id, KEEP_FILES))
                    .replaceWith("It was taken out of Radarr again.");
        }
        ObjectNode unwatched = movie.deepCopy();
        unwatched.put("monitored", false);
        return arr.change(connection, MOVIES, unwatched)
                .chain(() -> arr.stop(connection, line -> line.owner() == id && line.isSince(ours.since())))
                .replaceWith("Radarr does not look for it any more.");
    }
}
