package org.medianest.homelab.seerr;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.medianest.homelab.WithHomelab;
import org.medianest.homelab.client.Http;
import org.medianest.homelab.system.SystemName;

/** A Seerr that nobody has asked for anything yet. */
abstract class WithSeerr extends WithHomelab {
    static final Duration SOON = Duration.ofSeconds(60);
    static final int NOSFERATU = 653;
    static final int DRAGNET = 9100005;
    static final int BEN = 2;
    static final int CARLA = 3;

    static Http owner;

    @BeforeAll
    static void callSeerr() {
        owner = new Http(homelab.url(SystemName.SEERR), Map.of("X-Api-Key", "seerr-key"));
    }

    static Http as(int user) {
        return owner.with("X-API-User", Integer.toString(user));
    }

    static Http.Answer ask(int user, JsonObject body) {
        return as(user).post("/api/v1/request", body);
    }

    static int status(int request) {
        return owner.get("/api/v1/request/" + request).object().getInteger("status");
    }

    static int mediaStatus(int request) {
        return owner.get("/api/v1/request/" + request)
                .object()
                .getJsonObject("media")
                .getInteger("status");
    }

    static JsonObject movie(int tmdbId) {
        return new JsonObject().put("mediaType", "movie").put("mediaId", tmdbId);
    }

    static JsonObject series(int tmdbId, Object seasons) {
        return new JsonObject().put("mediaType", "tv").put("mediaId", tmdbId).put("seasons", seasons);
    }

    static JsonObject message(String text) {
        return new JsonObject().put("message", text);
    }
}
