package org.medianest.homelab.seerr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medianest.homelab.client.Http;
import org.medianest.homelab.fault.Fault;
import org.medianest.homelab.mail.ReceivedHook;
import org.medianest.homelab.system.SystemName;

class SeerrWebhookTest extends WithSeerr {
    private static final String WEBHOOK = "/api/v1/settings/notifications/webhook";

    private static URI sink;

    @BeforeAll
    static void openSink() {
        sink = homelab.url(SystemName.MAILBOX).resolve("/hook/seerr");
    }

    @Test
    void webhookSaysAllInTexts() {
        homelab.seerr().webhook(sink, "Bearer s3cret");
        ask(BEN, movie(NOSFERATU));

        ReceivedHook hook = hooks(1).getFirst();
        JsonObject body = hook.json();
        assertThat(hook.headers()).containsEntry("authorization", "Bearer s3cret");
        assertThat(body.getString("notification_type")).isEqualTo("MEDIA_PENDING");
        assertThat(body.getString("event")).isEqualTo("New Movie Request");
        assertThat(body.getString("subject")).isEqualTo("Nosferatu (1922)");
        assertThat(body.getString("image")).startsWith("https://image.tmdb.org/t/p/w600_and_h900_bestv2/");
        assertThat(body.getJsonObject("media"))
                .isEqualTo(new JsonObject()
                        .put("media_type", "movie")
                        .put("tmdbId", "653")
                        .put("tvdbId", "")
                        .put("status", "PENDING")
                        .put("status4k", "UNKNOWN"));
        assertThat(body.getJsonObject("request"))
                .isEqualTo(new JsonObject()
                        .put("request_id", "1")
                        .put("requestedBy_email", "ben@example.org")
                        .put("requestedBy_username", "ben")
                        .put("requestedBy_avatar", "/avatarproxy/2")
                        .put("requestedBy_settings_discordId", "")
                        .put("requestedBy_settings_telegramChatId", ""));
        assertThat(body.getValue("issue")).isNull();
        assertThat(body.getValue("comment")).isNull();
        assertThat(body.getJsonArray("extra")).isEmpty();
        assertThat(body.fieldNames()).contains("issue", "comment");
    }

    @Test
    void webhookNamesTheSeasons() {
        homelab.seerr().webhook(sink, "");
        ask(CARLA, series(DRAGNET, new JsonArray().add(1).add(2)));

        JsonObject body = hooks(1).getFirst().json();
        assertThat(body.getString("event")).isEqualTo("Series Request Automatically Approved");
        assertThat(body.getJsonObject("media").getString("tvdbId")).isEqualTo("910005");
        assertThat(body.getJsonArray("extra"))
                .isEqualTo(new JsonArray()
                        .add(new JsonObject().put("name", "Requested Seasons").put("value", "1, 2")));
    }

    @Test
    void failureIsToldByWebhook() {
        homelab.seerr().webhook(sink, "");
        homelab.faults().set(SystemName.RADARR, new Fault.Dropped());
        ask(CARLA, movie(NOSFERATU));

        homelab.clock().advance(Seerr.BEFORE_ARR);

        assertThat(hooks(2))
                .extracting(hook -> hook.json().getString("notification_type"))
                .containsExactly("MEDIA_AUTO_APPROVED", "MEDIA_FAILED");
    }

    @Test
    void webhookIsSetAndTriedOutByTheAdmin() {
        JsonObject settings = owner.get(WEBHOOK).object().put("enabled", true).put("types", 2);
        settings.getJsonObject("options").put("webhookUrl", sink.toString()).put("authHeader", "x");

        int tested = owner.post(WEBHOOK + "/test", settings).status();
        Http.Answer saved = owner.post(WEBHOOK, settings);

        assertThat(tested).isEqualTo(204);
        assertThat(saved.object().getJsonObject("options").getString("webhookUrl"))
                .isEqualTo(sink.toString());
        JsonObject test = hooks(1).getFirst().json();
        assertThat(test.getString("notification_type")).isEqualTo("TEST_NOTIFICATION");
        assertThat(test.getString("subject")).isEqualTo("Test Notification");
        assertThat(test.getValue("media")).isNull();
        assertThat(test.getValue("request")).isNull();
        ask(BEN, movie(NOSFERATU));
        assertThat(hooks(2)).hasSize(2);
        homelab.mailbox().answerHooksWith(500);
        assertThat(owner.post(WEBHOOK + "/test", settings).status()).isEqualTo(500);
        assertThat(as(BEN).get(WEBHOOK).status()).isEqualTo(403);
    }

    private static List<ReceivedHook> hooks(int count) {
        await().atMost(SOON).until(() -> homelab.mailbox().hooks().size() >= count);
        return homelab.mailbox().hooks();
    }
}
