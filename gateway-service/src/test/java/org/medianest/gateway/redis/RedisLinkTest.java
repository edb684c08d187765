package org.medianest.gateway.redis;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.gateway.testing.House;
import org.medianest.gateway.testing.Person;

@QuarkusTest
@WithTestResource(House.class)
class RedisLinkTest {
    @Inject
    RedisDataSource redis;

    private Person alice;

    @BeforeEach
    void useTheLine() {
        alice = Person.signedIn(redis);
        await().untilAsserted(() -> asAlice().get("/api/v1/downloads").then().statusCode(200));
    }

    @Test
    void aLineThatBreaksIsDialledAgain() {
        redis.execute("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");

        await().untilAsserted(() -> asAlice().get("/api/v1/downloads").then().statusCode(200));
    }

    @Test
    void aLineThatFallsSilentIsGivenUp() {
        redis.execute("CLIENT", "PAUSE", "2500");

        asAlice()
                .get("/api/v1/downloads")
                .then()
                .statusCode(503)
                .body("code", equalTo("SERVICE_UNAVAILABLE"))
                .time(lessThan(2000L));

        await().untilAsserted(() -> asAlice().get("/api/v1/downloads").then().statusCode(200));
    }

    private RequestSpecification asAlice() {
        return given().header("Cookie", alice.cookie());
    }
}
