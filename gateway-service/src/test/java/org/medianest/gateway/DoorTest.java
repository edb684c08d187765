package org.medianest.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.gateway.testing.House;
import org.medianest.gateway.testing.Person;
import org.medianest.gateway.testing.RawHttp;
import org.medianest.gateway.testing.RawHttp.Answer;

@QuarkusTest
@WithTestResource(House.class)
class DoorTest {
    @Inject
    RedisDataSource redis;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/downloads;x",
                "/api/v1/downloads%3Bx",
                "/api/v1%2Fdownloads",
                "/api/v1%5Cdownloads",
                "/api//v1/downloads",
                "//api/v1/downloads",
                "/api/./v1/downloads",
                "/api/x/../v1/downloads",
                "/api/%2e%2e/internal/v1/tokens",
                "/%61pi/v1/downloads",
                "/api/v1/downloads%00",
                "/api/v1/downloads%0d%0aX:y",
                "/api/v1/%c0%ae%c0%ae/downloads",
                "http://gateway/api/v1/downloads",
                "*"
            })
    void oddSpellingsAreRefusedWithAProblem(String target) throws IOException {
        Person alice = Person.signedIn(redis, "downloads:create");

        Answer answer = RawHttp.ask(RestAssured.port, "GET " + target + " HTTP/1.1", "Cookie: " + alice.cookie());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.head()).containsIgnoringCase("content-type: application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"BAD_REQUEST\"").contains("\"traceId\":\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/API/v1/downloads",
                "/Api/V1/downloads",
                "/api",
                "/api/v1",
                "/api/v1/unknown",
                "/api/v1/downloadsx",
                "/internal/v1/tokens",
                "/Internal/v1/tokens",
                "/.well-known/jwks.json",
                "/q/health",
                "/q/metrics",
                "/q/",
                "/q/dev-ui",
                "/ws",
                "/ws/v1/other"
            })
    void whatIsNotRoutedIsNotThere(String path) {
        given().accept("text/html,*/*")
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("NOT_FOUND"))
                .body("instance", equalTo(path))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api\\v1/downloads",
                "/a%zz",
                "/a|b",
                "/a\"b",
                "/a^b",
                "/a?x=%zz",
                "/a?x={y}",
                "/a?x=\\",
                "/a?x#y"
            })
    void whatIsNoUriAtAllIsRefusedWithAProblem(String target) throws IOException {
        assertIsOurs(RawHttp.ask(RestAssured.port, "GET " + target + " HTTP/1.1"), 400, "BAD_REQUEST");
    }

    @Test
    void overlongHeadersAreRefusedWithAProblem() throws IOException {
        Answer answer =
                RawHttp.ask(RestAssured.port, "GET /api/v1/auth/me HTTP/1.1", "Cookie: tracking=" + "x".repeat(40_000));

        assertIsOurs(answer, 431, "HEADERS_TOO_LARGE");
    }

    @Test
    void anOverlongAddressIsRefusedWithAProblem() throws IOException {
        Answer answer = RawHttp.ask(RestAssured.port, "GET /api/" + "a".repeat(20_000) + " HTTP/1.1");

        assertIsOurs(answer, 414, "URI_TOO_LONG");
        assertThat(answer.body()).hasSizeLessThan(1000);
    }

    @ParameterizedTest
    @CsvSource({"TRACE,405", "CONNECT,405", "OPTIONS,405", "PROPFIND,405", "FOO,501", "get,501", "LOCK,405", "PURGE,405"
    })
    void methodsThatMeanNothingHereAreRefused(String method, int status) throws IOException {
        Answer answer = RawHttp.ask(RestAssured.port, method + " /api/v1/downloads HTTP/1.1");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).contains("\"status\":" + status);
        assertThat(answer.hasHeader("allow: GET, HEAD, POST")).isEqualTo(status == 405);
    }

    @Test
    void connectToAHostIsRefused() throws IOException {
        assertThat(RawHttp.ask(RestAssured.port, "CONNECT elsewhere:443 HTTP/1.1")
                        .status())
                .isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/unknown", "/api/v1/auth/me", "/assets/missing.js"})
    void everyAnswerHasTheSecurityHeaders(String path) {
        given().get(path)
                .then()
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Referrer-Policy", equalTo("same-origin"))
                .header("Cross-Origin-Opener-Policy", equalTo("same-origin"))
                .header("Cross-Origin-Resource-Policy", equalTo("same-origin"))
                .header("Permissions-Policy", containsString("camera=()"))
                .header("Strict-Transport-Security", nullValue())
                .header("Server", nullValue());
    }

    @ParameterizedTest(name = "Sec-Fetch-Site {0}, Origin {1}, cookie {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "same-origin, -, true, true",
                "same-origin, http://foreign.example, true, true",
                "none, -, true, false",
                "none, -, false, true",
                "same-site, -, true, false",
                "same-site, -, false, false",
                "cross-site, -, true, false",
                "cross-site, -, false, false",
                "nonsense, -, false, false",
                "-, OWN, true, true",
                "-, OWN, false, true",
                "-, null, true, false",
                "-, null, false, false",
                "-, http://foreign.example, true, false",
                "-, http://foreign.example, false, false",
                "-, http://127.0.0.1, true, false",
                "cross-site, OWN, true, false",
                "-, -, true, false",
                "-, -, false, true",
            })
    void unsafeRequestsMustComeFromOurOwnPages(String fetchSite, String origin, boolean withCookie, boolean passes)
            throws IOException {
        StringBuilder request = new StringBuilder("POST /api/v1/auth/sessions HTTP/1.1\r\n")
                .append("Host: gateway:1234\r\nConnection: close\r\nContent-Length: 0\r\n");
        if (fetchSite != null) {
            request.append("Sec-Fetch-Site: ").append(fetchSite).append("\r\n");
        }
        if (origin != null) {
            request.append("Origin: ")
                    .append(origin.equals("OWN") ? "http://gateway:1234" : origin)
                    .append("\r\n");
        }
        if (withCookie) {
            request.append("Cookie: ").append(Person.signedIn(redis).cookie()).append("\r\n");
        }

        Answer answer = RawHttp.send(RestAssured.port, request.append("\r\n").toString());

        assertThat(answer.status()).isEqualTo(passes ? 200 : 403);
        if (!passes) {
            assertThat(answer.body()).contains("\"code\":\"CROSS_SITE\"");
        }
    }

    @Test
    void requestsAreCountedByRouteAndNotByPath() {
        given().get("/api/v1/whatever-" + System.nanoTime()).then().statusCode(404);

        given().port(managementPort)
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("medianest_gateway_requests_total{route=\"none\",status=\"404\"}"))
                .body(containsString("medianest_gateway_answers_seconds_bucket{route=\"none\",le=\"0.25\"}"))
                .body(not(containsString("whatever")));
        given().port(managementPort).get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void readingIsNotHeldToThat() {
        given().header("Sec-Fetch-Site", "cross-site")
                .get("/api/v1/auth/me")
                .then()
                .statusCode(200);
    }

    @Test
    void twoLengthsAreRefused() throws IOException {
        Answer answer = RawHttp.send(
                RestAssured.port,
                "POST /api/v1/auth/sessions HTTP/1.1\r\nHost: gateway\r\nContent-Length: 4\r\nContent-Length: 5\r\n"
                        + "Connection: close\r\n\r\nabcde");

        assertThat(answer.status()).isEqualTo(400);
    }

    /** The server goes by the chunks, and what goes on to a service has a length only: nothing is left to be misread. */
    @Test
    void aLengthBesideChunksSmugglesNothing() throws IOException {
        Answer answer = RawHttp.send(
                RestAssured.port,
                "POST /api/v1/auth/sessions HTTP/1.1\r\nHost: gateway\r\nContent-Length: 4\r\n"
                        + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n3\r\nabc\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\n\r\n");

        assertThat(answer.body())
                .contains("\"body\":\"abc\"")
                .contains("\"content-length\":\"3\"")
                .doesNotContain("transfer-encoding")
                .doesNotContain("smuggled")
                .doesNotContain("HTTP/1.1");
    }

    private static void assertIsOurs(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.hasHeader("content-type: application/problem+json")).isTrue();
        assertThat(answer.hasHeader("content-security-policy: default-src 'self'"))
                .isTrue();
        assertThat(answer.hasHeader("x-content-type-options: nosniff")).isTrue();
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"").contains("\"traceId\":\"");
    }
}
