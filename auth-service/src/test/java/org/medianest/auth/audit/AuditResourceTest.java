package org.medianest.auth.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.auth.testing.AuthServiceTest;
import org.medianest.auth.testing.House;
import org.medianest.auth.user.AppUser;
import org.medianest.commons.database.Database;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.event.MediaEvent.IntegrationAdministered;
import org.medianest.commons.event.StatusEvent.SourceAdministered;
import org.medianest.commons.id.Uuid7;
import org.medianest.commons.testing.EventProbe;

@AuthServiceTest
class AuditResourceTest {
    private static final String PATH = "/api/v1/users/audit";

    @Inject
    House house;

    @Inject
    Audit audit;

    @Inject
    Database database;

    @Inject
    RedisDataSource redis;

    private AppUser admin;
    private String token;

    @BeforeEach
    void adminIsSignedIn() {
        house.becomeEmpty();
        database.run("delete from audit_entry").await().indefinitely();
        admin = house.resident("users:manage", "audit:read", "status:read");
        token = house.tokenOf(house.sessionOf(admin));
    }

    @Test
    void connectionsOfOtherSystemsAreNoted() {
        UUID olga = Uuid7.next();
        new EventProbe(redis)
                .say(
                        EventStream.MEDIA,
                        EventCodec.wrap(
                                "/media-request-service",
                                new IntegrationAdministered(
                                        olga, "olga", "Radarr", AuditAction.INTEGRATION_CONNECTED.name()),
                                null));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().auth()
                        .oauth2(token)
                        .get(PATH)
                        .then()
                        .body("items[0].action", equalTo("INTEGRATION_CONNECTED"))
                        .body("items[0].actorName", equalTo("olga"))
                        .body("items[0].subject", equalTo("Radarr")));
    }

    @Test
    void whatAnAdminDoesWithUptimeKumaIsNotedTooByTheirName() {
        new EventProbe(redis)
                .say(
                        EventStream.STATUS,
                        EventCodec.wrap(
                                "/gateway-service",
                                new SourceAdministered(
                                        admin.id(), "Uptime Kuma", AuditAction.INTEGRATION_DISCONNECTED.name()),
                                null));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().auth()
                        .oauth2(token)
                        .get(PATH)
                        .then()
                        .body("items[0].action", equalTo("INTEGRATION_DISCONNECTED"))
                        .body("items[0].actorName", equalTo(admin.username()))
                        .body("items[0].subject", equalTo("Uptime Kuma")));
    }

    @Test
    void logSaysWhoDidWhatToWhom() {
        AppUser ada = house.resident("downloads:create");
        house.signIn(ada.username(), "wrong").statusCode(401);
        house.sessionOf(ada);
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("permissions", List.of("status:read"), "suspended", true))
                .patch("/api/v1/users/" + ada.id())
                .then()
                .statusCode(200);

        assertThat(entries(100))
                .extracting(
                        entry -> entry.get("action"), entry -> entry.get("actorName"), entry -> entry.get("subject"))
                .containsExactly(
                        tuple("SUSPENDED", admin.username(), ada.username()),
                        tuple("PERMISSIONS_CHANGED", admin.username(), ada.username()),
                        tuple("SIGNED_IN", ada.username(), ada.username()),
                        tuple("SIGN_IN_FAILED", null, ada.username()),
                        tuple("SIGNED_IN", admin.username(), admin.username()));
        assertThat(entries(100).get(1)).containsEntry("detail", "+status:read -downloads:create");
        assertThat(entries(100).get(1)).containsEntry("actorId", admin.id().toString());
    }

    @Test
    void logHoldsNoPassword() {
        house.signIn(admin.username(), "my secret mistake").statusCode(401);

        assertThat(asAdmin().get(PATH).asString()).doesNotContain("my secret mistake", House.PASSWORD);
    }

    @Test
    void logIsPagedNewestFirst() {
        for (int i = 0; i < 6; i++) {
            audit.note(Deed.byNobody(AuditAction.SIGN_IN_FAILED, "n" + i, null))
                    .await()
                    .indefinitely();
        }

        for (int limit = 1; limit <= 7; limit++) {
            assertThat(entries(limit))
                    .as("pages of %d", limit)
                    .extracting(entry -> entry.get("subject"))
                    .containsExactly("n5", "n4", "n3", "n2", "n1", "n0", admin.username());
        }
    }

    @Test
    void logForgetsWhatIsOld() {
        database.run(
                        "insert into audit_entry (id, at, action, subject) values ($1, $2, 'SIGNED_IN', 'long ago')",
                        Uuid7.next(),
                        Instant.now().minus(Duration.ofDays(401)))
                .await()
                .indefinitely();

        audit.forgetOld().await().indefinitely();

        assertThat(entries(100)).extracting(entry -> entry.get("subject")).containsExactly(admin.username());
    }

    @Test
    void wordOfANewerVersionIsShownAsItIs() {
        database.run("update audit_entry set action = 'TELEPORTED'").await().indefinitely();

        asAdmin().get(PATH).then().statusCode(200).body("items[0].action", equalTo("TELEPORTED"));
    }

    private List<Map<String, Object>> entries(int limit) {
        List<Map<String, Object>> entries = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            RequestSpecification request = asAdmin().queryParam("limit", limit);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(PATH);
            assertThat(page.statusCode()).isEqualTo(200);
            entries.addAll(page.<List<Map<String, Object>>>path("items"));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        return entries;
    }

    private RequestSpecification asAdmin() {
        return given().auth().oauth2(token);
    }
}
