package org.medianest.homelab.arr;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.medianest.homelab.WithHomelab;
import org.medianest.homelab.client.Http;
import org.medianest.homelab.system.SystemName;

/** A Radarr that keeps nothing yet. */
abstract class WithRadarr extends WithHomelab {
    static final int NOSFERATU = 653;
    static final String FOLDER = "/movies/Nosferatu (1922)";

    static Http radarr;

    @BeforeAll
    static void callRadarr() {
        radarr = new Http(homelab.url(SystemName.RADARR), Map.of("X-Api-Key", "radarr-key"));
    }

    @BeforeEach
    void emptyTheLibrary() {
        homelab.world().library().clear();
    }

    static Http.Answer add(int tmdbId, boolean search) {
        return radarr.post(
                "/api/v3/movie",
                new JsonObject()
                        .put("title", "Nosferatu")
                        .put("tmdbId", tmdbId)
                        .put("qualityProfileId", 4)
                        .put("rootFolderPath", "/movies")
                        .put("minimumAvailability", "released")
                        .put("monitored", true)
                        .put("addOptions", new JsonObject().put("searchForMovie", search)));
    }

    static JsonObject queue() {
        return radarr.get("/api/v3/queue?page=1&includeMovie=true").object();
    }

    static JsonObject queued() {
        return queue().getJsonArray("records").getJsonObject(0);
    }
}
