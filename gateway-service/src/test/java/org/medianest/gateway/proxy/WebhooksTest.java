package org.medianest.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.medianest.gateway.testing.House;
import org.medianest.gateway.testing.Person;

@QuarkusTest
@WithTestResource(value = House.class, initArgs = @ResourceArg(name = House.WITH_MEDIA, value = "yes"))
class WebhooksTest {
    private static final String RADARR = "/api/v1/media/webhooks/radarr";

    @Inject
    RedisDataSource redis;

    @Test
    void systemArrivesWithItsOwnKeyAndWithoutASession() {
        given().header("Authorization", "Basic c2VjcmV0")
                .contentType("application/json")
                .body("{\"eventType\":\"Test\"}")
                .post(RADARR)
                .then()
                .statusCode(200)
                .header("RateLimit-Limit", notNullValue())
                .body("uri", equalTo(RADARR))
                .body("body", equalTo("{\"eventType\":\"Test\"}"))
                .body("headers.authorization", equalTo("Basic c2VjcmV0"))
                .body("headers.cookie", nullValue());
    }

    @Test
    void personLendsNoKeyToASystem() {
        Person alice = Person.signedIn(redis);

        given().header("Cookie", alice.cookie())
                .header("Sec-Fetch-Site", "same-origin")
                .post(RADARR)
                .then()
                .statusCode(200)
                .body("headers.authorization", nullValue())
                .body("headers.cookie", nullValue());
    }

    @Test
    void restOfMediaIsForPeople() {
        given().header("Authorization", "Basic c2VjcmV0")
                .get("/api/v1/media/library")
                .then()
                .statusCode(401);
        given().get("/api/v1/media/webhooksx").then().statusCode(401);
        given().body("x".repeat(70_000)).post(RADARR).then().statusCode(413);
    }
}
