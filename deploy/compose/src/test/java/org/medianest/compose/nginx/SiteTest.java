package org.medianest.compose.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.compose.nginx.RawHttp.Answer;

/** What holds for the site on every port that it is served on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SiteTest {
    private Edge edge;

    abstract Edge open(Path folder) throws IOException, InterruptedException;

    abstract RawHttp site(Edge edge);

    abstract String scheme();

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException, InterruptedException {
        edge = open(temporary);
    }

    @AfterAll
    void stop() throws IOException {
        edge.close();
    }

    @BeforeEach
    void startAfresh() {
        edge.gateway().forget();
        edge.gateway().answer(FakeGateway.ok(""));
    }

    private RawHttp site() {
        return site(edge);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/downloads", "/downloads/0198a1b2?tab=all", "/index.html"})
    void pathsOfTheWebUiGiveItsPageWhichIsAskedForEachTime(String path) throws IOException {
        Answer page = site().get(path);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("<title>MediaNest</title>");
        assertThat(page.header("Cache-Control")).contains("no-cache");
        assertThat(page.header("Content-Type")).contains("text/html; charset=utf-8");
    }

    @Test
    void assetsAreKeptForeverAndComeCompressed() throws IOException {
        Answer plain = site().get("/assets/app-4f7k.js");
        Answer compressed = site().get("/assets/app-4f7k.js", "Accept-Encoding: br, gzip");

        assertThat(plain.header("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(plain.header("Content-Type")).contains("text/javascript; charset=utf-8");
        assertThat(plain.body()).isEqualTo("console.log('nest')");
        assertThat(compressed.header("Content-Encoding")).contains("gzip");
        assertThat(compressed.header("Vary")).contains("Accept-Encoding");
    }

    @Test
    void textThatTheBuildDidNotCompressIsCompressedHere() throws IOException {
        Answer words = site().get("/assets/words-77ab.json", "Accept-Encoding: gzip");

        assertThat(words.status()).isEqualTo(200);
        assertThat(words.header("Content-Encoding")).contains("gzip");
    }

    @Test
    void answersOfTheApiAreNotCompressed() throws IOException {
        edge.gateway()
                .answer("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5002\r\n\r\n\"%s\""
                        .formatted("x".repeat(5000)));

        Answer answer = site().get("/api/v1/downloads", "Accept-Encoding: gzip");

        assertThat(answer.header("Content-Encoding")).isEmpty();
        assertThat(answer.body()).hasSize(5002);
    }

    @Test
    void missingAssetIsAProblemAndNotThePage() throws IOException {
        Answer missing = site().get("/assets/gone-1234.js");

        Problems.assertProblem(missing, 404, "NOT_FOUND");
        assertThat(missing.header("Cache-Control")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("answersOfEveryLocation")
    void everyAnswerCarriesTheSecurityHeadersOnce(String path) throws IOException {
        Answer answer = site().get(path);

        Problems.assertSecurityHeaders(answer);
        assertThat(answer.count("Strict-Transport-Security")).isEqualTo(scheme().equals("https") ? 1 : 0);
        assertThat(answer.header("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.header("Server")).contains("nginx");
    }

    static Stream<String> answersOfEveryLocation() {
        return Stream.of(
                "/", "/assets/app-4f7k.js", "/assets/none", "/api/v1/auth/setup", "/ws/v1/events", "/q/health", "/a;b");
    }

    @Test
    void headersOfTheGatewayStayAsTheyAre() throws IOException {
        edge.gateway()
                .answer(FakeGateway.ok("Content-Security-Policy: sandbox\r\nX-Content-Type-Options: nosniff\r\n"));

        Answer answer = site().get("/api/v1/downloads/1/file");

        assertThat(answer.header("Content-Security-Policy")).contains("sandbox");
        assertThat(answer.count("Content-Security-Policy")).isEqualTo(1);
        assertThat(answer.count("X-Content-Type-Options")).isEqualTo(1);
    }

    @Test
    void whatAClientSaysOfItselfIsReplaced() throws IOException, InterruptedException {
        site().get(
                        "/api/v1/auth/me?x=%2F",
                        "X-Forwarded-For: 6.6.6.6",
                        "X-Forwarded-Proto: ftp",
                        "X-Forwarded-Host: evil.example",
                        "X-Forwarded-Prefix: /evil",
                        "X-Real-IP: 6.6.6.6",
                        "Forwarded: for=6.6.6.6",
                        "X-Request-Id: 6.6.6.6",
                        "traceparent: 00-66666666666666666666666666666666-6666666666666666-01");

        String seen = edge.gateway().request();
        assertThat(seen)
                .startsWith("GET /api/v1/auth/me?x=%2F HTTP/1.1\r\n")
                .contains("\r\nHost: nest.example\r\n")
                .contains("\r\nX-Forwarded-For: 127.0.0.1\r\n")
                .contains("\r\nX-Forwarded-Proto: " + scheme() + "\r\n")
                .contains("\r\nX-Forwarded-Host: nest.example\r\n")
                .doesNotContain("6.6.6.6", "evil", "Forwarded: for", "66666666")
                .containsPattern("\r\ntraceparent: 00-([0-9a-f]{16})[0-9a-f]{16}-\\1-01\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/users;x",
                "/api/v1/users%3bx",
                "/api/v1%2Fusers",
                "/api/v1%2fusers",
                "/api\\v1",
                "/api%5Cv1",
                "/api/%00",
                "/api//v1/users",
                "//api/v1/users",
                "/api/../internal",
                "/api/./v1",
                "/api/v1/..",
                "/api/%2e%2e/internal",
                "/api/.%2E/internal",
                "/../../etc/passwd",
                "/api/%",
                "/api/%zz",
                "/%c0%ae%c0%ae/..;/x"
            })
    void oddSpellingsOfAPathAreRefusedBeforeAnyoneReadsThem(String path) throws IOException {
        Answer refusal = site().get(path);

        Problems.assertProblem(refusal, 400, "BAD_REQUEST");
        assertThat(edge.gateway().sawNothing()).isTrue();
    }

    @Test
    void oddCharactersInAQueryAreNobodysBusiness() throws IOException, InterruptedException {
        assertThat(site().get("/api/v1/downloads?url=https://a.example/b;c/../d%2Fe")
                        .status())
                .isEqualTo(200);
        assertThat(edge.gateway().request())
                .startsWith("GET /api/v1/downloads?url=https://a.example/b;c/../d%2Fe HTTP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/health",
                "/Q/metrics",
                "/q",
                "/metrics",
                "/internal/v1/tokens",
                "/.well-known/jwks.json",
                "/.env",
                "/.git/config",
                "/api",
                "/ws",
                "/problem/400"
            })
    void whatIsNotForTheOutsideHasNoWayIn(String path) throws IOException {
        Answer answer = site().get(path);

        Problems.assertProblem(answer, 404, "NOT_FOUND");
        assertThat(edge.gateway().sawNothing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "DELETE", "TRACE"})
    void webUiIsOnlyRead(String method) throws IOException {
        Problems.assertProblem(site().send(method, "/", ""), 405, "METHOD_NOT_ALLOWED");
    }

    @Test
    void bodyOfAMebibytePassesAndOneByteMoreDoesNot() throws IOException, InterruptedException {
        String fits = "x".repeat(1 << 20);

        assertThat(site().send("POST", "/api/v1/downloads", fits).status()).isEqualTo(200);
        edge.gateway().request();
        Problems.assertProblem(site().send("POST", "/api/v1/downloads", fits + "x"), 413, "TOO_LARGE");
        assertThat(edge.gateway().sawNothing()).isTrue();
    }

    @Test
    void addressThatIsTooLongIsAProblem() throws IOException {
        Problems.assertProblem(site().get("/" + "x".repeat(40_000)), 414, "URI_TOO_LONG");
    }

    @Test
    void webSocketPassesInBothDirections() throws IOException, InterruptedException {
        try (Socket socket = site().connect()) {
            OutputStream out = socket.getOutputStream();
            out.write("""
                GET /ws/v1/events?since=7 HTTP/1.1\r
                Host: nest.example\r
                Origin: http://nest.example\r
                Connection: keep-alive, Upgrade\r
                Upgrade: websocket\r
                \r
                """.getBytes(StandardCharsets.US_ASCII));
            assertThat(RawHttp.head(socket.getInputStream())).startsWith("HTTP/1.1 101 ");

            out.write("ping".getBytes(StandardCharsets.US_ASCII));

            assertThat(socket.getInputStream().readNBytes(4)).asString().isEqualTo("ping");
            assertThat(edge.gateway().request())
                    .startsWith("GET /ws/v1/events?since=7 HTTP/1.1")
                    .contains("\r\nOrigin: http://nest.example\r\n");
        }
    }

    @Test
    void answerOfAnyOtherAddressCannotSendNginxForAFile() throws IOException {
        edge.gateway().answer(FakeGateway.ok("X-Accel-Redirect: /index.html\r\nX-Accel-Limit-Rate: 1\r\n"));

        Answer answer = site().get("/api/v1/downloads");

        assertThat(answer.body()).isEqualTo("{}");
        assertThat(answer.head()).doesNotContain("X-Accel");
    }

    @Test
    void upgradeOfAnOrdinaryRequestIsNotPassedOn() throws IOException, InterruptedException {
        site().get("/api/v1/auth/me", "Upgrade: websocket");

        assertThat(edge.gateway().request()).doesNotContain("Upgrade");
    }

    @Test
    void problemOfTheGatewayPassesUnchanged() throws IOException {
        edge.gateway().answer("HTTP/1.1 503 Service Unavailable\r\nRetry-After: 9\r\nContent-Length: 4\r\n\r\nmine");

        Answer answer = site().get("/api/v1/downloads");

        assertThat(answer.body()).isEqualTo("mine");
        assertThat(answer.header("Retry-After")).contains("9");
    }
}
