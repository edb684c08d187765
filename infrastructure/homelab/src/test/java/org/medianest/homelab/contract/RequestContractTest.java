package org.medianest.homelab.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.homelab.Homelab;
import org.medianest.homelab.arr.Pace;
import org.medianest.homelab.client.Http;
import org.medianest.homelab.mail.ReceivedHook;
import org.medianest.homelab.system.SystemName;

/** Seerr and Radarr. */
class RequestContractTest {
    private static final Homelab HOMELAB = Homelab.start();
    private static final int NOSFERATU = 653;
    private static final int DRAGNET = 9100005;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Http radarr = new Http(HOMELAB.url(SystemName.RADARR), Map.of("X-Api-Key", "radarr-key"));
    private final Http seerr =
            new Http(HOMELAB.url(SystemName.SEERR), Map.of("X-Api-Key", "seerr-key", "X-API-User", "2"));

    @BeforeEach
    void reset() {
        HOMELAB.reset();
    }

    @AfterAll
    static void close() {
        HOMELAB.close();
    }

    @Test
    void filmThatRadarrHasIsRefusedWordForWord() throws IOException {
        JsonObject film = film();
        radarr.post("/api/v3/movie", film);

        Http.Answer answer = radarr.post("/api/v3/movie", film);

        JsonArray expected = Example.array("radarr-exists.json");
        expected.getJsonObject(0).put("attemptedValue", NOSFERATU);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.array()).isEqualTo(expected);
    }

    @Test
    void queueIsAsRadarrPagesIt() throws IOException {
        radarr.post("/api/v3/movie", film().put("addOptions", new JsonObject().put("searchForMovie", true)));
        HOMELAB.clock().advance(Pace.DEFAULT.search());
        HOMELAB.clock().advance(Pace.DEFAULT.queued().plusSeconds(45));

        JsonObject queue = radarr.get("/api/v3/queue").object();

        assertThat(queue.getInteger("totalRecords")).isEqualTo(1);
        assertThat(Example.missing(Example.object("radarr-queue.json"), queue)).isEmpty();
    }

    @Test
    void requestIsAsSeerrGivesIt() throws IOException {
        Http.Answer answer = ask("movie", NOSFERATU, null);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(Example.missing(Example.object("seerr-request.json"), answer.object()))
                .isEmpty();
    }

    @Test
    void seasonsThatAreTakenAreAnswered202WordForWord() throws IOException {
        ask("tv", DRAGNET, new JsonArray().add(1));

        Http.Answer answer = ask("tv", DRAGNET, new JsonArray().add(1));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.object()).isEqualTo(Example.object("seerr-no-seasons.json"));
    }

    @Test
    void wrongKeyIsForbiddenWordForWord() throws IOException {
        Http.Answer answer = seerr.with("X-Api-Key", "wrong").get("/api/v1/user");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.object()).isEqualTo(Example.object("seerr-forbidden.json"));
    }

    @Test
    void webhookIsAsSeerrSendsIt() throws IOException {
        HOMELAB.seerr().webhook(HOMELAB.url(SystemName.MAILBOX).resolve("/hook/seerr"), "secret");

        ask("tv", DRAGNET, new JsonArray().add(1).add(2));

        ReceivedHook hook = await().atMost(PATIENCE)
                .until(() -> HOMELAB.mailbox().hooks(), hooks -> !hooks.isEmpty())
                .getFirst();
        assertThat(Example.missing(Example.object("seerr-webhook.json"), hook.json()))
                .isEmpty();
    }

    private Http.Answer ask(String type, int id, @Nullable JsonArray seasons) {
        JsonObject wish = new JsonObject().put("mediaType", type).put("mediaId", id);
        return seerr.post("/api/v1/request", seasons == null ? wish : wish.put("seasons", seasons));
    }

    private static JsonObject film() {
        return new JsonObject()
                .put("title", "Nosferatu")
                .put("tmdbId", NOSFERATU)
                .put("qualityProfileId", 4)
                .put("rootFolderPath", "/movies")
                .put("monitored", true);
    }
}
