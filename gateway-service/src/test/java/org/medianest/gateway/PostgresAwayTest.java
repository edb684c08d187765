package org.medianest.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.medianest.gateway.testing.House;
import org.medianest.gateway.testing.Person;

/** Nobody listens on port 1. */
@QuarkusTest
@WithTestResource(
        value = House.class,
        initArgs = {
            @ResourceArg(name = "medianest.postgres", value = "127.0.0.1:1/medianest"),
            @ResourceArg(name = "medianest.postgres.migrate", value = "false")
        })
class PostgresAwayTest {
    @Inject
    RedisDataSource redis;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @Test
    void doorStaysOpen() {
        Person alice = Person.signedIn(redis);

        given().header("Cookie", alice.cookie()).get("/api/v1/downloads").then().statusCode(200);
        given().port(managementPort).get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void statusSaysThatItCannotBeRead() {
        Person alice = Person.signedIn(redis);

        given().header("Cookie", alice.cookie())
                .get("/api/v1/status")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("detail", equalTo("The status cannot be read at the moment. Try again in a few seconds."));
    }

    @Test
    void whatIsPossibleIsStillSaid() {
        Person alice = Person.signedIn(redis);

        given().header("Cookie", alice.cookie())
                .get("/api/v1/capabilities")
                .then()
                .statusCode(200)
                .body("download.available", equalTo(true))
                .body("status.available", equalTo(false))
                .body("status.reason", equalTo("The status cannot be read at the moment."));
    }
}
