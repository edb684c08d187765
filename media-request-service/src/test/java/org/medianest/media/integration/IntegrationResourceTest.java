package org.medianest.media.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.medianest.media.testing.People.INTEGRATIONS;
import static org.medianest.media.testing.People.admin;

import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.testing.EventProbe;
import org.medianest.homelab.Homelab;
import org.medianest.homelab.fault.Fault;
import org.medianest.homelab.system.Keys;
import org.medianest.homelab.system.SystemName;
import org.medianest.media.system.SystemKind;
import org.medianest.media.testing.MediaServiceTest;
import org.medianest.media.testing.People;

@MediaServiceTest
@SuppressWarnings("NullAway.Init")
class IntegrationResourceTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    Homelab homelab;

    @Inject
    RedisDataSource redis;

    @Inject
    IntegrationStore store;

    @Inject
    WebhookSecrets webhooks;

    @BeforeEach
    @AfterEach
    void nothingIsConnected() {
        homelab.faults().clear();
        List.of(SystemKind.values()).forEach(kind -> People.disconnect(kind.name()));
    }

    @Test
    void plexIsFoundWithItsNameAndSections() {
        test("plex", url(SystemName.PLEX), Keys.PLEX_OWNER)
                .body("ok", equalTo(true))
                .body("found.machineIdentifier", equalTo(Keys.MACHINE))
                .body("found.name", notNullValue())
                .body("found.sections.type", hasItem("movie"))
                .body("found.sections.type", hasItem("show"))
                .body("found.sections.type", not(hasItem("artist")));
    }

    @ParameterizedTest
    @CsvSource({"radarr,RADARR,radarr-key", "sonarr,SONARR,sonarr-key"})
    void arrIsFoundWithItsProfilesAndFolders(String kind, SystemName system, String key) {
        test(kind, url(system), key)
                .body("ok", equalTo(true))
                .body("found.version", notNullValue())
                .body("found.profiles[0].name", notNullValue())
                .body("found.rootFolders[0].path", notNullValue());
    }

    @Test
    void seerrAndTmdbAreFound() {
        test("seerr", url(SystemName.SEERR), Keys.SEERR)
                .body("ok", equalTo(true))
                .body("found.version", notNullValue());
        test("tmdb", null, Keys.TMDB).body("ok", equalTo(true));
        test("tmdb", null, Keys.TMDB_READ_TOKEN).body("ok", equalTo(true));
    }

    @ParameterizedTest
    @CsvSource({"plex,PLEX", "radarr,RADARR", "sonarr,SONARR", "seerr,SEERR", "tmdb,TMDB"})
    void refusedKeyIsSaidToBeOne(String kind, SystemName system) {
        test(kind, kind.equals("tmdb") ? null : url(system), "wrong")
                .body("ok", equalTo(false))
                .body("found", nullValue())
                .body("message", containsString("refuses the key"));
    }

    @Test
    void oneArrIsNotTakenForTheOther() {
        test("radarr", url(SystemName.SONARR), Keys.SONARR)
                .body("ok", equalTo(false))
                .body("message", equalTo("This is not Radarr but another program of its family."));
    }

    @Test
    void allAddressesThatCannotBeReachedAreSpokenOfAlike() {
        String sentence = "Radarr cannot be reached, or does not answer in time.";
        test("radarr", "http://127.0.0.1:1", "key").body("message", equalTo(sentence));
        test("radarr", "http://no-such-host.invalid", "key").body("message", equalTo(sentence));
        test("radarr", "https://127.0.0.1:" + homelab.url(SystemName.RADARR).getPort(), "key")
                .body("message", equalTo(sentence));
        homelab.faults().set(SystemName.RADARR, new Fault.HalfOpen());
        test("radarr", url(SystemName.RADARR), Keys.RADARR).body("message", equalTo(sentence));
        homelab.faults().set(SystemName.RADARR, new Fault.Down());
        test("radarr", url(SystemName.RADARR), Keys.RADARR).body("message", equalTo(sentence));
    }

    @Test
    void redirectIsNotFollowed() {
        homelab.faults().set(SystemName.RADARR, new Fault.Status(302));

        test("radarr", url(SystemName.RADARR), Keys.RADARR)
                .body("ok", equalTo(false))
                .body("message", containsString("Give its final address"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://plex.lan",
                "file:///etc/passwd",
                "plex.lan",
                "http://",
                "http://name:password@plex.lan",
                "http://plex.lan/?x=1",
                "http://plex.lan/#x",
                "http://plex .lan"
            })
    void addressThatIsNoneIsRefused(String address) {
        admin().body(Map.of("url", address, "secret", "x"))
                .post(INTEGRATIONS + "/plex/test")
                .then()
                .statusCode(400)
                .body("code", equalTo("ADDRESS_NOT_ALLOWED"));
    }

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

    private static ValidatableResponse test(String kind, @Nullable String url, String secret) {
        Map<String, String> request = new HashMap<>(Map.of("secret", secret));
        if (url != null) {
            request.put("url", url);
        }
        return admin().body(request)
                .post(INTEGRATIONS + "/" + kind + "/test")
                .then()
                .statusCode(200);
    }

    private String url(SystemName system) {
        return homelab.url(system).toString();
    }
}
