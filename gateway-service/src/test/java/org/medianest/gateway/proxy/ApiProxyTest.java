package org.medianest.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.gateway.testing.House;
import org.medianest.gateway.testing.Person;

@QuarkusTest
@WithTestResource(House.class)
class ApiProxyTest {
    @Inject
    RedisDataSource redis;

    private Person alice;

    @BeforeEach
    void signIn() {
        alice = Person.signedIn(redis, "downloads:create");
        // whatever an earlier test has done to the circuit is over when this passes
        await().untilAsserted(() -> asAlice().get("/api/v1/downloads").then().statusCode(200));
    }

    @Test
    void methodPathQueryAndBodyArrive() {
        asAlice()
                .urlEncodingEnabled(false)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Idempotency-Key", "k1")
                .contentType("application/json")
                .body("{\"url\":\"https://example.org/v\"}")
                .post("/api/v1/downloads?x=a%2Fb;c")
                .then()
                .statusCode(200)
                .body("method", equalTo("POST"))
                .body("uri", equalTo("/api/v1/downloads?x=a%2Fb;c"))
                .body("body", equalTo("{\"url\":\"https://example.org/v\"}"))
                .body("headers.idempotency-key", equalTo("k1"));
    }

    @Test
    void strangersAreStoppedWhereOnlyPeopleMayGo() {
        given().get("/api/v1/downloads").then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
        given().get("/api/v1/media").then().statusCode(401);
        given().get("/api/v1/requests/x").then().statusCode(401);
        given().get("/api/v1/events/dead-letters").then().statusCode(401);
        given().get("/api/v1/auth/setup").then().statusCode(200);
    }

    @Test
    void deadLettersAreReachedWithASession() {
        asAlice()
                .get("/api/v1/events/dead-letters/auth-1700000000000-0")
                .then()
                .statusCode(200)
                .body("uri", equalTo("/api/v1/events/dead-letters/auth-1700000000000-0"))
                .body("headers.authorization", equalTo("Bearer " + Person.TOKEN))
                .body("headers.cookie", nullValue());
    }

    @Test
    void onlyAuthServiceSeesCookiesAndOnlyThoseOfOurs() {
        String signIn = "B".repeat(43);
        String cookies = alice.cookie() + "; medianest-sign-in=" + signIn + "; tracking=1; theme=\"dark\"";

        given().header("Cookie", cookies)
                .get("/api/v1/auth/plex/pins/x")
                .then()
                .body("headers.cookie", equalTo(alice.cookie() + "; medianest-sign-in=" + signIn));
        given().header("Cookie", cookies).get("/api/v1/downloads").then().body("headers.cookie", nullValue());
        given().header("Cookie", "medianest-sign-in=" + signIn)
                .get("/api/v1/auth/plex/pins/x")
                .then()
                .body("headers.cookie", equalTo("medianest-sign-in=" + signIn));
        given().header("Cookie", "medianest-sign-in=a b; medianest-sign-in=" + signIn)
                .get("/api/v1/auth/plex/pins/x")
                .then()
                .body("headers.cookie", nullValue());
    }

    @Test
    void aServiceThatIsAwayIsSaidToBe() {
        asAlice()
                .get("/api/v1/media/films")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("2"))
                .body("code", equalTo("SERVICE_UNAVAILABLE"))
                .time(lessThan(10L), TimeUnit.SECONDS);
    }

    @Test
    void aServiceThatHangsIsGivenUpAndThenNotAskedForAWhile() {
        for (int i = 0; i < 3; i++) {
            asAlice().get("/api/v1/downloads/hang").then().statusCode(503);
        }

        await().untilAsserted(() -> asAlice()
                .get("/api/v1/downloads/hang")
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("1"))
                .time(lessThan(1000L)));
        await().untilAsserted(() -> asAlice().get("/api/v1/downloads").then().statusCode(200));
    }

    @Test
    void aServiceThatClosesWithoutAWordIsAProblem() {
        asAlice().get("/api/v1/downloads/close").then().statusCode(503).body("code", equalTo("SERVICE_UNAVAILABLE"));
    }

    private RequestSpecification asAlice() {
        return given().header("Cookie", alice.cookie());
    }
}
