package org.medianest.gateway.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.Future;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.commons.identity.SessionKeys;
import org.medianest.commons.problem.TraceId;
import org.medianest.gateway.session.TokenExchange.Grant;
import org.medianest.gateway.testing.House;
import org.medianest.gateway.testing.Person;

@QuarkusTest
@WithTestResource(House.class)
class SessionsTest {
    @Inject
    RedisDataSource redis;

    @Inject
    TokenExchange exchange;

    @Test
    void theCachedTokenIsSent() {
        Person alice = Person.signedIn(redis);

        as(alice)
                .get("/api/v1/downloads")
                .then()
                .statusCode(200)
                .body("headers.authorization", equalTo("Bearer " + Person.TOKEN));
        assertThat(exchangesOf(alice)).isZero();
    }

    @Test
    void withoutACachedTokenAuthServiceIsAsked() {
        Person alice = Person.withoutToken(redis, "s");

        as(alice)
                .get("/api/v1/downloads")
                .then()
                .statusCode(200)
                .body("headers.authorization", equalTo("Bearer token-of-" + alice.rawSession()));
        assertThat(exchangesOf(alice)).isEqualTo(1);
    }

    @Test
    void aTokenThatEndsSoonIsReplaced() {
        Person alice = Person.signedIn(
                redis,
                "s",
                Map.of(
                        SessionKeys.TOKEN,
                        "old",
                        SessionKeys.TOKEN_EXPIRES,
                        String.valueOf(Instant.now().plusSeconds(25).getEpochSecond())));

        as(alice)
                .get("/api/v1/downloads")
                .then()
                .body("headers.authorization", equalTo("Bearer token-of-" + alice.rawSession()));
    }

    @Test
    void requestsThatComeTogetherAskOnce() {
        Person alice = Person.withoutToken(redis, "slow");
        String traceparent = TraceId.newTraceparent();

        List<Future<Optional<Grant>>> answers = Stream.generate(
                        () -> exchange.tokenFor(alice.rawSession(), alice.key(), traceparent))
                .limit(20)
                .toList();

        await().untilAsserted(() -> assertThat(answers).allMatch(Future::succeeded));
        assertThat(exchangesOf(alice)).isEqualTo(1);
    }

    @Test
    void usingASessionProlongsIt() {
        Person alice = Person.signedIn(redis);
        redis.key().expire(alice.key(), Duration.ofHours(1));

        as(alice).get("/api/v1/downloads").then().statusCode(200);

        await().untilAsserted(() -> assertThat(redis.key().ttl(alice.key())).isGreaterThan(86_000L));
    }

    @Test
    void anEndedSessionIsNobody() {
        Person alice = Person.signedIn(redis);
        redis.key().del(alice.key());

        as(alice)
                .get("/api/v1/downloads")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("UNAUTHENTICATED"));
        as(alice).get("/api/v1/auth/me").then().statusCode(200).body("headers.authorization", nullValue());
    }

    @Test
    void aSessionThatAuthServiceHasEndedIsNobody() {
        as(Person.withoutToken(redis, "ended")).get("/api/v1/downloads").then().statusCode(401);
    }

    @Test
    void withoutAnAnswerOfAuthServiceThereIsAProblem() {
        as(Person.withoutToken(redis, "broken"))
                .get("/api/v1/downloads")
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("2"))
                .body("code", equalTo("SERVICE_UNAVAILABLE"));
        // one success closes the circuit again for the other tests
        await().untilAsserted(() -> as(Person.withoutToken(redis, "s"))
                .get("/api/v1/downloads")
                .then()
                .statusCode(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "../../etc/passwd", "a'b", "%00", "{}"})
    void guessedIdsAreNobody(String id) {
        given().header("Cookie", "medianest=" + id)
                .get("/api/v1/downloads")
                .then()
                .statusCode(401);
    }

    @Test
    void ofTwoDifferentCookiesNoneCounts() {
        Person alice = Person.signedIn(redis);
        Person mallory = Person.signedIn(redis);

        given().header("Cookie", mallory.cookie() + "; " + alice.cookie())
                .get("/api/v1/downloads")
                .then()
                .statusCode(401);
        given().header("Cookie", "__Host-medianest=" + mallory.rawSession() + "; other=1; " + alice.cookie())
                .get("/api/v1/downloads")
                .then()
                .statusCode(200);
    }

    @Test
    void onlyAuthServiceSeesTheCookieAndNoOtherOne() {
        Person alice = Person.signedIn(redis);

        given().header("Cookie", "tracking=1; " + alice.cookie())
                .get("/api/v1/auth/me")
                .then()
                .body("headers.cookie", equalTo(alice.cookie()));
        as(alice).get("/api/v1/downloads").then().body("headers.cookie", nullValue());
    }

    @Test
    void whatAClientClaimsIsStripped() {
        Person alice = Person.signedIn(redis);

        as(alice)
                .header("Authorization", "Bearer forged")
                .header("X-User", "admin")
                .header("X-User-Id", "admin")
                .header("X-Session", "forged")
                .header("X-Forwarded-For", "1.2.3.4")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "https")
                .header("Forwarded", "for=1.2.3.4")
                .header("X-Real-IP", "1.2.3.4")
                .header("X-Original-URL", "/internal")
                .header("X-HTTP-Method-Override", "DELETE")
                .header("Connection", "keep-alive, X-Hop, If-Match")
                .header("If-Match", "hop")
                .header("traceparent", "00-broken-01")
                .header("Accept-Language", "de")
                .get("/api/v1/downloads")
                .then()
                .statusCode(200)
                .body("headers.authorization", equalTo("Bearer " + Person.TOKEN))
                .body("headers.x-user", nullValue())
                .body("headers.x-user-id", nullValue())
                .body("headers.x-session", nullValue())
                .body("headers.x-forwarded-for", equalTo("127.0.0.1"))
                .body("headers.x-forwarded-host", not(equalTo("evil.example")))
                .body("headers.x-forwarded-proto", equalTo("http"))
                .body("headers.forwarded", nullValue())
                .body("headers.x-real-ip", nullValue())
                .body("headers.x-original-url", nullValue())
                .body("headers.x-http-method-override", nullValue())
                .body("headers.if-match", nullValue())
                .body("headers.traceparent", org.hamcrest.Matchers.matchesPattern("00-[0-9a-f]{32}-[0-9a-f]{16}-01"))
                .body("headers.accept-language", equalTo("de"));
    }

    @Test
    void aWellFormedTraceIsContinued() {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        given().header("traceparent", trace).get("/api/v1/auth/me").then().body("headers.traceparent", equalTo(trace));
        given().header("traceparent", trace)
                .get("/api/v1/unknown")
                .then()
                .body("traceId", equalTo("0af7651916cd43dd8448eb211c80319c"));
    }

    @Test
    void apiKeysAreRefusedUntilTheyExist() {
        as(Person.signedIn(redis))
                .header("Authorization", "Bearer mn_0123456789")
                .get("/api/v1/downloads")
                .then()
                .statusCode(401)
                .body("code", equalTo("UNAUTHENTICATED"));
    }

    private static RequestSpecification as(Person person) {
        return given().header("Cookie", person.cookie());
    }

    private static int exchangesOf(Person person) {
        return Integer.parseInt(
                given().get("/api/v1/auth/exchanges?" + person.rawSession()).asString());
    }
}
