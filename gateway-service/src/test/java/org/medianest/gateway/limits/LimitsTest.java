package org.medianest.gateway.limits;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.gateway.testing.House;
import org.medianest.gateway.testing.Person;

@QuarkusTest
@WithTestResource(
        value = House.class,
        initArgs = {
            @ResourceArg(name = "medianest.gateway.limits.user.burst", value = "5"),
            @ResourceArg(name = "medianest.gateway.limits.user.requests", value = "5"),
            @ResourceArg(name = "medianest.gateway.limits.user.per", value = "1h"),
            @ResourceArg(name = "medianest.gateway.limits.pictures.burst", value = "10"),
            @ResourceArg(name = "medianest.gateway.limits.pictures.per", value = "1h"),
            @ResourceArg(name = "medianest.gateway.limits.pictures.requests", value = "10"),
            @ResourceArg(name = "medianest.gateway.limits.files.burst", value = "3"),
            @ResourceArg(name = "medianest.gateway.limits.files.per", value = "1h"),
            @ResourceArg(name = "medianest.gateway.limits.files.requests", value = "3"),
            @ResourceArg(name = "medianest.gateway.limits.address.burst", value = "6"),
            @ResourceArg(name = "medianest.gateway.limits.address.requests", value = "6"),
            @ResourceArg(name = "medianest.gateway.limits.address.per", value = "1h"),
            @ResourceArg(name = "medianest.gateway.limits.sign-in.burst", value = "2"),
            @ResourceArg(name = "medianest.gateway.limits.sign-in.per", value = "1h"),
            @ResourceArg(name = "medianest.gateway.limits.downloads.burst", value = "1"),
            @ResourceArg(name = "medianest.gateway.limits.downloads.per", value = "1h"),
            @ResourceArg(name = "medianest.gateway.trusted-proxies", value = "127.0.0.1")
        })
class LimitsTest {
    @Inject
    RedisDataSource redis;

    @BeforeEach
    void forget() {
        redis.key().keys("rate:*").forEach(key -> redis.key().del(key));
    }

    @Test
    void whoAsksTooMuchIsHeldBack() {
        Person alice = Person.signedIn(redis);
        for (int left = 4; left >= 0; left--) {
            as(alice)
                    .get("/api/v1/downloads")
                    .then()
                    .statusCode(200)
                    .header("RateLimit-Limit", equalTo("5"))
                    .header("RateLimit-Remaining", equalTo(String.valueOf(left)));
        }

        Response refused = as(alice).get("/api/v1/downloads");

        refused.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("code", equalTo("RATE_LIMITED"))
                .header("RateLimit-Remaining", equalTo("0"));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 720);
        assertThat(Integer.parseInt(refused.header("RateLimit-Reset"))).isBetween(3000, 3600);
    }

    @Test
    void othersBehindTheSameAddressArePayingNothing() {
        Person alice = Person.signedIn(redis);
        for (int i = 0; i < 6; i++) {
            as(alice).get("/api/v1/downloads");
        }

        as(Person.signedIn(redis)).get("/api/v1/downloads").then().statusCode(200);
    }

    @Test
    void strangersAreCountedByAddress() {
        for (int i = 0; i < 6; i++) {
            from("198.51.100.1").get("/api/v1/auth/me").then().statusCode(200);
        }

        from("198.51.100.1").get("/api/v1/auth/me").then().statusCode(429);
        from("198.51.100.2").get("/api/v1/auth/me").then().statusCode(200);
    }

    @Test
    void anAddressThatTheClientMadeUpDoesNotHelp() {
        for (int i = 0; i < 6; i++) {
            from("10.0.0." + i + ", 198.51.100.3").get("/api/v1/auth/me").then().statusCode(200);
        }

        from("10.0.0.99, 198.51.100.3").get("/api/v1/auth/me").then().statusCode(429);
    }

    @Test
    void anIpv6NetworkCountsAsOne() {
        for (int i = 0; i < 6; i++) {
            from("2001:db8::" + i).get("/api/v1/auth/me").then().statusCode(200);
        }

        from("2001:db8::ffff:1").get("/api/v1/auth/me").then().statusCode(429);
    }

    @Test
    void guessingIsHeldBackEarlier() {
        for (String path : new String[] {"/api/v1/auth/sessions", "/api/v1/auth/setup/"}) {
            from("198.51.100.4").post(path).then().statusCode(200);
        }

        from("198.51.100.4").post("/api/v1/auth/sessions").then().statusCode(429);
        from("198.51.100.4").get("/api/v1/auth/me").then().statusCode(200);
    }

    /** Somebody who runs through a shelf must not be kept from asking for what they find there. */
    @Test
    void picturesAndFilesAreCountedApart() {
        Person alice = Person.signedIn(redis);
        String download = "/api/v1/downloads/" + UUID.randomUUID();
        for (int i = 0; i < 10; i++) {
            as(alice).get("/api/v1/downloads/probes/" + i + "/thumbnail").then().statusCode(200);
        }
        for (int i = 0; i < 3; i++) {
            as(alice).get(download + "/file").then().statusCode(200);
        }

        as(alice).get("/api/v1/media/images/w342/a.jpg").then().statusCode(429);
        as(alice).get(download + "/thumbnail").then().statusCode(429);
        as(alice).head(download + "/file").then().statusCode(429);
        as(alice).get(download).then().statusCode(200).header("RateLimit-Remaining", equalTo("4"));
    }

    @Test
    void newDownloadsHaveALimitOfTheirOwn() {
        Person alice = Person.signedIn(redis);
        RequestSpecification request = as(alice).header("Sec-Fetch-Site", "same-origin");
        request.post("/api/v1/downloads").then().statusCode(200);

        request.post("/api/v1/downloads").then().statusCode(429);
        request.post("/api/v1/downloads/probes").then().statusCode(200);
    }

    private static RequestSpecification as(Person person) {
        return given().header("Cookie", person.cookie());
    }

    private static RequestSpecification from(String forwardedFor) {
        return given().header("X-Forwarded-For", forwardedFor);
    }
}
