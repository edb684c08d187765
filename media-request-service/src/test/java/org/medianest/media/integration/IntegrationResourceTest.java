package org.medianest.media.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.medianest.media.testing.People.INTEGRATIONS;
import static org.medianest.media.testing.People.admin;

import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.testing.EventProbe;
import org.medianest.homelab.system.Keys;
import org.medianest.homelab.system.SystemName;
import org.medianest.media.system.SystemKind;
import org.medianest.media.testing.MediaServiceTest;
import org.medianest.media.testing.People;

@MediaServiceTest
@SuppressWarnings("NullAway.Init")
class IntegrationResourceTest extends WithSystems {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    RedisDataSource redis;

    @Inject
    IntegrationStore store;

    @Inject
    WebhookSecrets webhooks;

    @Test
    void connectedSystemIsListedWithoutItsKey() {
        String url = url(SystemName.RADARR);
        People.connect(
                        "radarr",
                        Map.of("url", url + "/", "secret", Keys.RADARR, "options", Map.of("qualityProfileId", 1)))
                .statusCode(200);

        String list = admin().get(INTEGRATIONS)
                .then()
                .statusCode(200)
                .body("items", hasSize(5))
                .body("items.find { it.kind == 'RADARR' }.configured", equalTo(true))
                .body("items.find { it.kind == 'RADARR' }.url", equalTo(url))
                .body("items.find { it.kind == 'RADARR' }.secretSet", equalTo(true))
                .body("items.find { it.kind == 'RADARR' }.options.qualityProfileId", equalTo(1))
                .body("items.find { it.kind == 'RADARR' }.health.state", equalTo("UP"))
                .body("items.find { it.kind == 'SONARR' }.configured", equalTo(false))
                .body("items.find { it.kind == 'SONARR' }.health.state", equalTo("UNKNOWN"))
                .extract()
                .asString();

        assertThat(list).doesNotContain(Keys.RADARR);
        assertThat(store.find(SystemKind.RADARR)
                        .await()
                        .atMost(SOON)
                        .orElseThrow()
                        .sealedSecret())
                .doesNotContain(Keys.RADARR);
    }

    @Test
    void keyStaysUnlessAnotherIsGivenAndIsNeverShownElsewhere() {
        People.connect("radarr", url(SystemName.RADARR), Keys.RADARR).statusCode(200);

        People.connect("radarr", Map.of("options", Map.of("rootFolderPath", "/movies")))
                .statusCode(200);

        People.connect("radarr", Map.of("url", url(SystemName.SONARR)))
                .statusCode(400)
                .body("code", equalTo("SECRET_NEEDED"));
        admin().body(Map.of("url", url(SystemName.SONARR)))
                .post(INTEGRATIONS + "/radarr/test")
                .then()
                .statusCode(400)
                .body("code", equalTo("SECRET_NEEDED"));
    }

    @Test
    void whatDoesNotWorkIsNotKept() {
        People.connect("radarr", url(SystemName.RADARR), "wrong")
                .statusCode(422)
                .body("code", equalTo("SYSTEM_UNUSABLE"));

        assertThat(store.find(SystemKind.RADARR).await().atMost(SOON)).isEmpty();
    }

    @Test
    void optionsAreThoseOfTheSystem() {
        for (Map<String, ?> options : List.of(Map.of("colour", "red"), Map.of("qualityProfileId", "one"))) {
            People.connect("radarr", Map.of("url", url(SystemName.RADARR), "secret", Keys.RADARR, "options", options))
                    .statusCode(400)
                    .body("code", equalTo("VALIDATION_FAILED"));
        }
    }

    @Test
    void othersHearOfThePlexServer() {
        long connected = told(Keys.MACHINE, "medianest.plex.connected.v1");
        long gone = told(Keys.MACHINE, "medianest.plex.disconnected.v1");
        long changed = told("PLEX", "medianest.integration.changed.v1");

        People.connect("plex", url(SystemName.PLEX), Keys.PLEX_OWNER).statusCode(200);
        People.disconnect("plex");

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(told(Keys.MACHINE, "medianest.plex.connected.v1")).isEqualTo(connected + 1);
            assertThat(told(Keys.MACHINE, "medianest.plex.disconnected.v1")).isEqualTo(gone + 1);
            assertThat(told("PLEX", "medianest.integration.changed.v1")).isEqualTo(changed + 2);
        });
    }

    @Test
    void auditHearsWhatTheAdminDid() {
        long before = told("Radarr", "medianest.integration.administered.v1");

        People.connect("radarr", url(SystemName.RADARR), Keys.RADARR).statusCode(200);
        admin().post(INTEGRATIONS + "/radarr/webhook-secret").then().statusCode(200);
        People.disconnect("radarr");
        People.disconnect("radarr");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(told("Radarr", "medianest.integration.administered.v1"))
                        .isEqualTo(before + 3));
    }

    @Test
    void webhookSecretIsShownOnceAndProvesTheCaller() {
        admin().post(INTEGRATIONS + "/radarr/webhook-secret").then().statusCode(409);
        People.connect("radarr", url(SystemName.RADARR), Keys.RADARR).statusCode(200);

        String secret = admin().post(INTEGRATIONS + "/radarr/webhook-secret")
                .then()
                .statusCode(200)
                .body("webhookUrl", equalTo("/api/v1/media/webhooks/radarr"))
                .extract()
                .path("secret");

        assertThat(isFrom(SystemKind.RADARR, secret)).isTrue();
        assertThat(isFrom(SystemKind.RADARR, "Bearer " + secret)).isTrue();
        assertThat(isFrom(SystemKind.RADARR, null)).isFalse();
        assertThat(isFrom(SystemKind.SONARR, secret)).isFalse();
        admin().post(INTEGRATIONS + "/radarr/webhook-secret").then().statusCode(200);
        assertThat(isFrom(SystemKind.RADARR, secret)).isFalse();
        admin().post(INTEGRATIONS + "/plex/webhook-secret").then().statusCode(404);
    }

    @Test
    void onlyAdminsConnect() {
        People.guest().get(INTEGRATIONS).then().statusCode(403);
        People.guest().body(Map.of()).put(INTEGRATIONS + "/plex").then().statusCode(403);
        People.guest().body(Map.of()).post(INTEGRATIONS + "/plex/test").then().statusCode(403);
        People.guest().delete(INTEGRATIONS + "/plex").then().statusCode(403);
        admin().body(Map.of()).put(INTEGRATIONS + "/jellyfin").then().statusCode(404);
    }

    private boolean isFrom(SystemKind kind, @Nullable String authorization) {
        return webhooks.isFrom(kind, authorization).await().atMost(SOON);
    }

    private long told(String subject, String type) {
        return new EventProbe(redis)
                .typesAbout(EventStream.MEDIA, subject).stream()
                        .filter(type::equals)
                        .count();
    }
}
