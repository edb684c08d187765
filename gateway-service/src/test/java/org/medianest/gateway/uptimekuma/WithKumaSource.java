package org.medianest.gateway.uptimekuma;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.awaitility.core.ThrowingRunnable;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.medianest.commons.identity.Permission;
import org.medianest.gateway.testing.Person;

/** Olga, who connects Uptime Kuma in the settings and sees on the status page what it says. */
abstract class WithKumaSource {
    static final Duration SOON = Duration.ofSeconds(60);
    static final String SOURCE = "/api/v1/status/sources/uptime-kuma";

    @Inject
    RedisDataSource redis;

    Person olga;

    @BeforeEach
    void signIn() {
        olga = Person.signedIn(redis, Permission.SETTINGS_MANAGE);
    }

    @AfterEach
    void disconnect() {
        asOlga().delete(SOURCE).then().statusCode(204);
    }

    RequestSpecification asOlga() {
        return given().header("Cookie", olga.cookie())
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/json");
    }

    ValidatableResponse save(Map<String, String> source) {
        return asOlga().body(source).put(SOURCE).then();
    }

    ValidatableResponse test(Map<String, String> source) {
        return asOlga().body(source).post(SOURCE + "/test").then().statusCode(200);
    }

    JsonPath tested(Map<String, String> source) {
        return test(source).extract().jsonPath();
    }

    JsonPath page() {
        return asOlga().get("/api/v1/status").jsonPath();
    }

    /** Not by the means of RestAssured, which would print the whole page each time that it is not so yet. */
    Page items() {
        return new Page(page());
    }

    record Page(JsonPath json) {
        Page body(String path, Matcher<?> matcher) {
            Object value = json.get(path);
            assertThat(matcher.matches(value)).as("%s is %s", path, value).isTrue();
            return this;
        }
    }

    static void eventually(ThrowingRunnable fact) {
        await().atMost(SOON).untilAsserted(fact);
    }
}
