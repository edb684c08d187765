package org.medianest.media.fulfilment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.media.system.SystemKind;
import org.medianest.media.testing.MediaServiceTest;

@MediaServiceTest
@TestProfile(Fulfilling.class)
class WebhookTest extends OneOrder {
    private static final String WEBHOOKS = "/api/v1/media/webhooks/";

    @Test
    void webhookBringsTheNextLookForwardWhateverItSays() {
        radarr.has(false, false);
        hand();
        awaitStage(new Stage.WaitingForRelease(null)); // which is looked at every ten minutes only
        String secret = connecting.webhookSecret(SystemKind.RADARR);
        radarr.has(true, true);

        String late = "{\"eventType\":\"Grab\",\"movie\":{\"id\":7}}";
        with(secret).body(late).post(WEBHOOKS + "radarr").then().statusCode(204);
        given().auth()
                .preemptive()
                .basic("any", secret)
                .body(late)
                .post(WEBHOOKS + "radarr")
                .then()
                .statusCode(204);

        awaitStage(new Stage.Imported());
        assertThat(heard.of(request).getLast()).isEqualTo(new Stage.Imported());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong", "Bearer wrong", "Basic d3Jvbmc=", "Basic !"})
    void webhookWithoutItsSecretIsRefused(String authorization) {
        connecting.webhookSecret(SystemKind.RADARR);

        with(authorization).body("{}").post(WEBHOOKS + "radarr").then().statusCode(401);
    }

    @Test
    void secretOfOneSystemIsNoneOfAnother() {
        String secret = connecting.webhookSecret(SystemKind.RADARR);

        with(secret).body("{}").post(WEBHOOKS + "sonarr").then().statusCode(401);
        with(secret).body("{}").post(WEBHOOKS + "plex").then().statusCode(404);
    }

    @Test
    void hugeWebhookIsRefused() {
        String secret = connecting.webhookSecret(SystemKind.RADARR);

        with(secret)
                .body("x".repeat(2 * 1024 * 1024))
                .post(WEBHOOKS + "radarr")
                .then()
                .statusCode(413);
    }

    private static RequestSpecification with(String authorization) {
        return given().header("Authorization", authorization);
    }
}
