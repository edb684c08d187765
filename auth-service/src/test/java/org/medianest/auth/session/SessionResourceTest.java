package org.medianest.auth.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.auth.testing.AuthServiceTest;
import org.medianest.auth.testing.House;
import org.medianest.auth.user.AppUser;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.identity.SessionKeys;
import org.medianest.commons.testing.EventProbe;

@AuthServiceTest
class SessionResourceTest {
    @Inject
    House house;

    @Inject
    RedisDataSource redis;

    private AppUser ada;

    @BeforeEach
    void somebodyLivesHere() throws Throwable {
        ada = house.resident();
    }

    @Test
    void nameAndPasswordOpenASession() {
        String session = house.sessionOf(ada);

        given().auth()
                .oauth2(house.tokenOf(session))
                .get("/api/v1/auth/me")
                .then()
                .statusCode(200)
                .body("username", equalTo(ada.username()));
    }

    @Test
    void nameInAnySpellingIsTheSamePerson() {
        house.signIn(" " + ada.username().toUpperCase(Locale.ROOT) + " ", House.PASSWORD)
                .statusCode(201);
    }

    @Test
    void everyFailedSignInReadsTheSame() {
        Map<String, Object> wrongPassword = problem(ada.username(), "not the password");
        Map<String, Object> unknownName = problem("nobody-" + UUID.randomUUID(), "not the password");

        wrongPassword.remove("traceId");
        unknownName.remove("traceId");
        assertThat(wrongPassword).isEqualTo(unknownName).containsEntry("code", "SIGN_IN_FAILED");
    }

    @Test
    void onlyTheHashOfASessionIsStored() {
        String session = house.sessionOf(ada);

        assertThat(redis.key().exists(SessionKeys.of(session))).isTrue();
        assertThat(redis.key().keys("*" + session + "*")).isEmpty();
    }

    @Test
    void everySignInGetsANewSession() {
        assertThat(house.sessionOf(ada)).isNotEqualTo(house.sessionOf(ada));
    }

    @Test
    void sessionEndsByItself() {
        String session = house.sessionOf(ada);

        assertThat(redis.key().ttl(SessionKeys.of(session))).isBetween(86_390L, 86_400L);
    }

    @Test
    void whoStaysSignedInKeepsTheCookieForThirtyDays() {
        Response answer = given().contentType(ContentType.JSON)
                .body(Map.of("username", ada.username(), "password", House.PASSWORD, "staySignedIn", true))
                .post("/api/v1/auth/sessions");

        assertThat(answer.header("Set-Cookie")).contains("Max-Age=2592000");
        assertThat(redis.key().ttl(SessionKeys.of(answer.cookie("medianest")))).isGreaterThan(2_591_000L);
    }

    @Test
    void signedOutSessionIsDeadAtOnce() {
        String session = house.sessionOf(ada);
        String token = house.tokenOf(session);
        String sessionId = redis.hash(String.class).hget(SessionKeys.of(session), SessionKeys.SID);

        given().auth()
                .oauth2(token)
                .cookie("medianest", session)
                .delete("/api/v1/auth/sessions/current")
                .then()
                .statusCode(204)
                .header("Set-Cookie", startsWith("medianest=;"));

        given().header("X-Session", session)
                .post("/internal/v1/tokens")
                .then()
                .statusCode(401)
                .body("code", equalTo("UNAUTHENTICATED"));
        assertThat(redis.key().exists(SessionKeys.of(session))).isFalse();
        await().untilAsserted(() -> assertThat(new EventProbe(redis).typesAbout(EventStream.AUTH, sessionId))
                .containsExactly("medianest.session.revoked.v1"));
    }

    @Test
    void nothingButTheWholeIdOfALivingSessionIsOne() {
        String session = house.sessionOf(ada);
        String expired = house.sessionOf(ada);
        redis.key().pexpire(SessionKeys.of(expired), 1);

        for (String other : List.of(
                expired,
                session.substring(1),
                session + "A",
                session.toLowerCase(Locale.ROOT),
                "A".repeat(43),
                "user:" + ada.id(),
                "*")) {
            await().untilAsserted(() -> given().header("X-Session", other)
                    .post("/internal/v1/tokens")
                    .then()
                    .statusCode(401));
        }
        house.tokenOf(session);
    }

    @Test
    void listOfSomebodysSessionsOutlivesThem() {
        String session = house.sessionOf(ada);
        house.tokenOf(session);

        assertThat(redis.key().keys("session:user:" + ada.id())).hasSize(1);
        assertThat(redis.key().ttl("session:user:" + ada.id())).isGreaterThan(2_591_000L);
    }

    @Test
    void guessingIsStoppedForTheNameInAllSpellings() {
        for (int i = 0; i < 10; i++) {
            house.signIn(ada.username(), "guess number " + i).statusCode(401);
        }

        house.signIn(ada.username().toUpperCase(Locale.ROOT), House.PASSWORD)
                .statusCode(429)
                .body("code", equalTo("TOO_MANY_TRIES"))
                .header("Retry-After", "900");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"username\":\"ada\"}",
                "{\"username\":\"ada\",\"password\":7e999999}",
                "{\"username\":\"ada\",\"password\":{\"$ne\":1}}",
                "{\"username\":\"ada\",\"password\":\"x\",\"permissions\":[\"users:manage\"]}",
                "{\"username\":\"ada\",\"password\":\"x\"",
                "\uFEFF{",
                ""
            })
    void badBodyGetsAProblem(String body) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/auth/sessions")
                .then()
                .statusCode(400)
                .contentType(startsWith("application/problem+json"))
                .body("detail", not(startsWith("org.")));
    }

    @Test
    void deepJsonIsRefused() {
        given().contentType(ContentType.JSON)
                .body("[".repeat(2_000))
                .post("/api/v1/auth/sessions")
                .then()
                .statusCode(400)
                .contentType(startsWith("application/problem+json"));
    }

    private Map<String, Object> problem(String username, String password) {
        return house.signIn(username, password)
                .statusCode(401)
                .contentType(startsWith("application/problem+json"))
                .extract()
                .jsonPath()
                .getMap("$");
    }
}
