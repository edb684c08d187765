package org.medianest.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.medianest.gateway.testing.House;
import org.medianest.gateway.testing.Person;

/** When browsers reach us by https, and nginx stands in between and sends the files. */
@QuarkusTest
@WithTestResource(
        value = House.class,
        initArgs = {
            @ResourceArg(name = "medianest.public-url", value = "https://nest.example"),
            @ResourceArg(name = "medianest.downloads.accel", value = "true")
        })
class HttpsTest {
    @Inject
    RedisDataSource redis;

    @Test
    void browsersAreToldToStayWithHttps() {
        given().get("/")
                .then()
                .header("Strict-Transport-Security", containsString("max-age=31536000"))
                .header("Content-Security-Policy", containsString("connect-src 'self' wss://nest.example;"));
    }

    @Test
    void onlyTheHostCookieCounts() {
        Person alice = Person.signedIn(redis);

        given().header("Cookie", "medianest=" + alice.rawSession())
                .get("/api/v1/downloads")
                .then()
                .statusCode(401);
        given().header("Cookie", "__Host-medianest=" + alice.rawSession())
                .get("/api/v1/downloads")
                .then()
                .statusCode(200)
                .body("headers.x-forwarded-proto", equalTo("https"))
                .body("headers.x-forwarded-host", equalTo("nest.example"));
    }

    @Test
    void onlyDownloadsMaySendNginxForAFile() {
        Person alice = Person.signedIn(redis);
        String cookie = "__Host-medianest=" + alice.rawSession();

        given().header("Cookie", cookie)
                .get("/api/v1/downloads/liar")
                .then()
                .header("X-Accel-Redirect", equalTo("/protected-files/ada/film.mp4"))
                .header("X-Accel-Limit-Rate", nullValue());
        given().header("Cookie", cookie).get("/api/v1/auth/liar").then().header("X-Accel-Redirect", nullValue());
    }

    @Test
    void onlyThePublicOriginIsOurs() {
        given().header("Origin", "https://nest.example")
                .post("/api/v1/auth/sessions")
                .then()
                .statusCode(200);
        given().header("Origin", "http://nest.example")
                .post("/api/v1/auth/sessions")
                .then()
                .statusCode(403);
        given().header("Origin", "http://inside:8080")
                .header("Host", "inside:8080")
                .post("/api/v1/auth/sessions")
                .then()
                .statusCode(403);
    }
}
