package org.medianest.gateway.uptimekuma;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medianest.commons.database.Database;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.event.StatusEvent.SourceAdministered;
import org.medianest.commons.identity.Permission;
import org.medianest.commons.testing.EventProbe;
import org.medianest.gateway.testing.House;
import org.medianest.gateway.testing.Person;

@QuarkusTest
@WithTestResource(House.class)
class KumaSettingsTest extends FakeKumaSource {
    @Inject
    Database database;

    @Test
    void whoConnectsAndDisconnectsItIsSaidForTheAuditLog() {
        save(socket()).statusCode(200);
        asOlga().delete(SOURCE).then().statusCode(204);
        asOlga().delete(SOURCE).then().statusCode(204);

        eventually(
                () -> assertThat(administered()).containsExactly("INTEGRATION_CONNECTED", "INTEGRATION_DISCONNECTED"));
    }

    @Test
    void secretsAreSealedAndStayHere() {
        save(socket()).statusCode(200).body("$", not(containsString(FakeKuma.PASSWORD)));
        eventually(() -> assertThat(sealed("sealed_token")).isNotEmpty());
        assertThat(sealed("sealed_password")).isNotEmpty().doesNotContain(FakeKuma.PASSWORD);
        assertThat(sealed("sealed_token")).doesNotContain(kuma.token);

        Map<String, String> without = socket();
        without.remove("password");
        save(without).statusCode(200);
        without.put("url", "http://127.0.0.1:9");
        save(without)
                .statusCode(400)
                .body("code", equalTo("VALIDATION_FAILED"))
                .body("violations[0].field", equalTo("password"));
    }

    @Test
    void onlyWhoMayChangeTheSettingsSeesThem() {
        Person alice = Person.signedIn(redis, Permission.STATUS_READ);
        given().header("Cookie", alice.cookie()).get(SOURCE).then().statusCode(403);
        given().header("Cookie", alice.cookie())
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/json")
                .body(socket())
                .put(SOURCE)
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
        given().get(SOURCE).then().statusCode(401);
    }

    @Test
    void bodiesAreReadStrictly() {
        asOlga().body("{\"method\":\"SOCKET\",\"unknown\":1}")
                .put(SOURCE)
                .then()
                .statusCode(400)
                .body("code", equalTo("UNKNOWN_FIELD"));
        asOlga().body("{\"password\":\"s3cret")
                .put(SOURCE)
                .then()
                .statusCode(400)
                .body("detail", not(containsString("s3cret")));
        asOlga().body("{}").put(SOURCE).then().statusCode(400).body("code", equalTo("VALIDATION_FAILED"));
        asOlga().body("{\"method\":\"SOCKET\",\"url\":\"file:///etc/passwd\"}")
                .put(SOURCE)
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("url")));
        asOlga().body("{\"method\":\"STATUS_PAGE\",\"slug\":\"home\",\"url\":\"http://127.0.0.1:65536\"}")
                .post(SOURCE + "/test")
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("url")));
        asOlga().contentType("text/plain").body("x").put(SOURCE).then().statusCode(415);
    }

    private List<String> administered() {
        return new EventProbe(redis)
                .about(EventStream.STATUS, "Uptime Kuma").stream()
                        .map(event -> EventCodec.payload(event, SourceAdministered.class))
                        .filter(event -> event.actorId().equals(olga.user()))
                        .map(SourceAdministered::action)
                        .toList();
    }

    private String sealed(String column) {
        return database.first(
                        row -> String.valueOf(row.getString(0)), "select coalesce(" + column + ", '') from source")
                .await()
                .atMost(SOON)
                .orElse("");
    }
}
