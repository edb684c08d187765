package org.medianest.homelab.arr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.homelab.WithHomelab;
import org.medianest.homelab.client.Http;
import org.medianest.homelab.mail.ReceivedHook;
import org.medianest.homelab.system.SystemName;

class ArrWebhookTest extends WithHomelab {
    private static final int NOSFERATU = 653;
    private static final int DRAGNET = 910005;

    private static Http radarr;
    private static URI sink;

    @BeforeAll
    static void callRadarr() {
        radarr = new Http(homelab.url(SystemName.RADARR), Map.of("X-Api-Key", "radarr-key"));
        sink = homelab.url(SystemName.MAILBOX).resolve("/hook/arr");
    }

    @BeforeEach
    void emptyTheLibrary() {
        homelab.world().library().clear();
    }

    @Test
    void savingTriesTheWebhookOut() {
        Http.Answer answer = radarr.post("/api/v3/notification", connection(sink.toString()));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.object().getInteger("id")).isPositive();
        assertThat(radarr.get("/api/v3/notification").objects()).hasSize(1);
        assertThat(hooks(1).getFirst().json().getString("eventType")).isEqualTo("Test");
        assertThat(hooks(1).getFirst().json().getJsonObject("movie").getString("title"))
                .isEqualTo("Test Title");
    }

    @Test
    void webhookThatDoesNotWorkIsNotSavedUnlessForced() {
        homelab.mailbox().answerHooksWith(500);

        Http.Answer refused = radarr.post("/api/v3/notification", connection(sink.toString()));
        Http.Answer forced = radarr.post("/api/v3/notification?forceSave=true", connection(sink.toString()));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.array().getJsonObject(0).getString("propertyName")).isEqualTo("Url");
        assertThat(forced.status()).isEqualTo(201);
    }

    @Test
    void headersAndBasicAuthenticationAreSent() {
        radarr.post("/api/v3/notification", connection(sink.toString()));

        ReceivedHook hook = hooks(1).getFirst();
        assertThat(hook.method()).isEqualTo("POST");
        assertThat(hook.headers()).containsEntry("x-secret", "s3cret");
        assertThat(hook.headers()).containsEntry("authorization", "Basic b2xnYTpwYXNz");
    }

    @Test
    void grabAndImportAreTold() {
        homelab.radarr().webhook(sink, Map.of("Authorization", "secret"));
        homelab.radarr().add(NOSFERATU);

        homelab.clock().advance(Duration.ofHours(1));

        List<ReceivedHook> hooks = hooks(2);
        JsonObject grab = hooks.get(0).json();
        assertThat(grab.getString("eventType")).isEqualTo("Grab");
        assertThat(grab.getJsonObject("movie").getInteger("tmdbId")).isEqualTo(NOSFERATU);
        assertThat(grab.getJsonObject("movie").fieldNames())
                .contains("id", "title", "year", "imdbId", "folderPath", "tags");
        assertThat(grab.fieldNames())
                .contains("instanceName", "applicationUrl", "remoteMovie", "release", "downloadClient", "downloadId");
        JsonObject download = hooks.get(1).json();
        assertThat(download.getString("eventType")).isEqualTo("Download");
        assertThat(download.getBoolean("isUpgrade")).isFalse();
        assertThat(download.getJsonObject("movieFile").getString("path")).startsWith("/movies/");
        assertThat(download.getString("downloadId")).isEqualTo(grab.getString("downloadId"));
        assertThat(hooks).allSatisfy(hook -> assertThat(hook.headers()).containsEntry("authorization", "secret"));
    }

    @Test
    void episodesAreToldOneByOne() {
        homelab.sonarr().webhook(sink, Map.of());
        homelab.sonarr().add(DRAGNET);
        homelab.clock().advance(Duration.ofHours(1));

        int files = homelab.world().files().under("/tv/Dragnet (1951)").size();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> homelab.mailbox().hooks().stream()
                                .filter(hook ->
                                        hook.json().getString("eventType").equals("Download"))
                                .count()
                        == files);
        JsonObject pack = homelab.mailbox().hooks().getFirst().json();
        assertThat(pack.getString("eventType")).isEqualTo("Grab");
        assertThat(pack.getJsonArray("episodes").size()).isGreaterThan(1);
        assertThat(pack.getJsonObject("series").fieldNames())
                .contains("id", "title", "titleSlug", "path", "tvdbId", "tmdbId", "imdbId", "type");
        JsonObject last = homelab.mailbox().hooks().getLast().json();
        assertThat(last.getJsonArray("episodes")).hasSize(1);
        assertThat(last.getJsonObject("episodeFile").getString("path")).startsWith("/tv/");
    }

    @Test
    void blockedImportAsksForSomebody() {
        homelab.radarr().webhook(sink, Map.of());
        homelab.radarr().fate(NOSFERATU, Fate.IMPORT_BLOCKED);
        homelab.radarr().add(NOSFERATU);

        homelab.clock().advance(Duration.ofHours(1));
        homelab.clock().advance(Duration.ofHours(1));

        JsonObject stuck = hooks(2).get(1).json();
        assertThat(stuck.getString("eventType")).isEqualTo("ManualInteractionRequired");
        assertThat(stuck.getString("downloadStatus")).isEqualTo("Warning");
        assertThat(stuck.getJsonArray("downloadStatusMessages")).hasSize(1);
    }

    @Test
    void webhooksCanComeTwice() {
        homelab.radarr().webhook(sink, Map.of());
        homelab.radarr().hooks().twice(true);

        homelab.radarr().complain("IndexerStatusCheck", "All indexers are unavailable due to failures");

        assertThat(hooks(2))
                .allSatisfy(
                        hook -> assertThat(hook.json().getString("eventType")).isEqualTo("Health"));
        assertThat(radarr.get("/api/v3/health").objects()).hasSize(1);
    }

    @Test
    void webhooksCanComeLateAndOutOfOrder() {
        homelab.radarr().webhook(sink, Map.of());
        homelab.radarr().hooks().hold();
        homelab.radarr().add(NOSFERATU);
        homelab.clock().advance(Duration.ofHours(1));
        assertThat(homelab.radarr().hooks().held()).hasSize(2);
        assertThat(homelab.mailbox().hooks()).isEmpty();

        homelab.radarr().hooks().releaseReversed();

        assertThat(hooks(2))
                .extracting(hook -> hook.json().getString("eventType"))
                .containsExactly("Download", "Grab");
    }

    private static List<ReceivedHook> hooks(int count) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> homelab.mailbox().hooks().size() >= count);
        return homelab.mailbox().hooks();
    }

    private static JsonObject connection(String url) {
        return new JsonObject()
                .put("name", "MediaNest")
                .put("implementation", "Webhook")
                .put("configContract", "WebhookSettings")
                .put("onGrab", true)
                .put("onDownload", true)
                .put(
                        "fields",
                        new JsonArray()
                                .add(field("url", url))
                                .add(field("method", 1))
                                .add(field("username", "olga"))
                                .add(field("password", "pass"))
                                .add(field(
                                        "headers",
                                        new JsonArray()
                                                .add(new JsonObject()
                                                        .put("key", "X-Secret")
                                                        .put("value", "s3cret")))));
    }

    private static JsonObject field(String name, Object value) {
        return new JsonObject().put("name", name).put("value", value);
    }
}
