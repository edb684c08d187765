package org.medianest.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.gateway.testing.House;
import org.medianest.gateway.testing.Person;
import org.medianest.gateway.testing.RawHttp;
import org.medianest.gateway.testing.RawHttp.Answer;

/** What a service answers, on its way through the gateway. */
@QuarkusTest
@WithTestResource(House.class)
class ProxiedAnswerTest {
    private static final int FILM = 50 * 1024 * 1024;

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
    void anAnswerThatIsCutIsSeenAsCut() throws IOException {
        Answer answer =
                RawHttp.ask(RestAssured.port, "GET /api/v1/downloads/cut HTTP/1.1", "Cookie: " + alice.cookie());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.hasHeader("content-length: 1000000")).isTrue();
        assertThat(answer.body().length()).isLessThan(1_000_000);
    }

    /** It was small enough to be waited for, so none of it has left yet. */
    @Test
    void aSmallAnswerThatIsCutIsAProblem() {
        asAlice()
                .get("/api/v1/downloads/stump")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("code", equalTo("SERVICE_UNAVAILABLE"));
    }

    @Test
    void anAnswerOfUnknownLengthPasses() {
        asAlice()
                .get("/api/v1/downloads/chunks")
                .then()
                .statusCode(200)
                .header("Transfer-Encoding", equalTo("chunked"))
                .body(equalTo("one two three"));
    }

    @Test
    void aFilmPassesFromWhereItIsAskedFor() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> answer = client.send(
                    HttpRequest.newBuilder(
                                    URI.create("http://127.0.0.1:" + RestAssured.port + "/api/v1/downloads/film"))
                            .header("Cookie", alice.cookie())
                            .header("Range", "bytes=1000-")
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());

            assertThat(answer.statusCode()).isEqualTo(206);
            assertThat(answer.headers().firstValue("Content-Range")).contains("bytes 1000-" + (FILM - 1) + "/" + FILM);
            try (InputStream film = answer.body()) {
                assertThat(film.transferTo(OutputStream.nullOutputStream())).isEqualTo(FILM - 1000);
            }
        }
    }

    /** The network between the three may hold 14 MB by Linux's defaults; beyond that, it would be the gateway that keeps it. */
    @Test
    void aReaderThatPausesHoldsUpTheService() throws Exception {
        try (Socket reader = new Socket()) {
            reader.setReceiveBufferSize(8 * 1024);
            reader.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
            reader.getOutputStream()
                    .write(("GET /api/v1/downloads/film HTTP/1.1\r\nHost: g\r\nCookie: " + alice.cookie() + "\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));

            AtomicLong before = new AtomicLong(-1);
            await().pollInterval(Duration.ofMillis(300)).until(() -> {
                long now = shown();
                return now > 0 && before.getAndSet(now) == now;
            });

            assertThat(shown()).isLessThan(20L * 1024 * 1024);
        }
    }

    @Test
    void headHasALengthAndNoBody() {
        asAlice()
                .head("/api/v1/downloads/film")
                .then()
                .statusCode(200)
                .header("Content-Length", equalTo(String.valueOf(FILM)))
                .header("Accept-Ranges", equalTo("bytes"));
    }

    @Test
    void notModifiedPasses() throws IOException {
        Answer answer = RawHttp.ask(
                RestAssured.port,
                "GET /api/v1/downloads/unchanged HTTP/1.1",
                "Cookie: " + alice.cookie(),
                "If-None-Match: \"same\"");

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.hasHeader("etag: \"same\"")).isTrue();
        assertThat(answer.head()).doesNotContainIgnoringCase("transfer-encoding");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aServiceCannotSayWhatOnlyTheGatewayMay() {
        asAlice()
                .get("/api/v1/downloads/liar")
                .then()
                .header("Server", nullValue())
                .header("X-Powered-By", nullValue())
                .header("Set-Cookie", nullValue())
                .header("X-Accel-Redirect", nullValue())
                .header("X-Accel-Limit-Rate", nullValue())
                .header("Referrer-Policy", equalTo("same-origin"));
        var policies = asAlice().get("/api/v1/downloads/liar").headers().getValues("Content-Security-Policy");
        assertThat(policies)
                .hasSize(2)
                .contains("sandbox")
                .anyMatch(policy -> policy.contains("frame-ancestors 'none'"));
        asAlice().get("/api/v1/auth/liar").then().header("Set-Cookie", equalTo("planted=1"));
    }

    private RequestSpecification asAlice() {
        return given().header("Cookie", alice.cookie());
    }

    private long shown() {
        return Long.parseLong(asAlice().get("/api/v1/downloads/shown").asString());
    }
}
