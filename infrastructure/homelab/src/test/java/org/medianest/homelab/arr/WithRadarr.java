package org.medianest.homelab.arr;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.medianest.homelab.Homelab;
import org.medianest.homelab.client.Http;
import org.medianest.homelab.system.SystemName;

/** A Radarr that keeps nothing yet. */
abstract class WithRadarr {
    static final int NOSFERATU = 653;
    static final String FOLDER = "/movies/Nosferatu (1922)";

    static Homelab homelab;
    static Http radarr;

    @BeforeAll
    static void start() {
        homelab = Homelab.start();
        radarr = new Http(homelab.url(SystemName.RADARR), Map.of("X-Api-Key", "radarr-key"));
    }

    @AfterAll
    static void stop() {
        homelab.close();
    }

    @BeforeEach
    void reset() {
        homelab.reset();
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
