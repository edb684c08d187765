package org.medianest.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.medianest.gateway.testing.House;

/** Nobody listens on port 1. */
@QuarkusTest
@WithTestResource(
        value = House.class,
        initArgs = {@ResourceArg(name = "medianest.redis", value = "redis://127.0.0.1:1")})
class RedisAwayTest {
    private static final String COOKIE = "medianest=0123456789012345678901234567890123456789";

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @Test
    void whoSaysTheyAreSomebodyIsToldToComeAgain() {
        given().header("Cookie", COOKIE)
                .get("/api/v1/downloads")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("2"))
                .body("code", equalTo("SERVICE_UNAVAILABLE"))
                .time(lessThan(10_000L));
    }

    @Test
    void guessingIsClosed() {
        given().post("/api/v1/auth/sessions").then().statusCode(503).body("code", equalTo("SERVICE_UNAVAILABLE"));
        given().post("/api/v1/auth/setup").then().statusCode(503);
    }

    @Test
    void whatStrangersMayReadIsOpen() {
        given().get("/api/v1/auth/setup").then().statusCode(200);
        given().accept("text/html").get("/").then().statusCode(200);
        given().get("/api/v1/downloads").then().statusCode(401);
    }

    @Test
    void weAreNotReady() {
        given().port(managementPort)
                .get("/q/health/ready")
                .then()
                .statusCode(503)
                .time(lessThan(10_000L));
        given().port(managementPort).get("/q/health/live").then().statusCode(200);
    }
}
