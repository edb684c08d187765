package org.medianest.local.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.local.nginx.RawHttp.Answer;
import org.medianest.local.testing.FreePorts;

/** The production configuration, in the real nginx, in front of a fake gateway. */
class NginxTest {
    @TempDir
    static Path temporary;

    private static FakeGateway gateway;
    private static NginxProcess nginx;
    private static int port;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Path web = Files.createDirectories(temporary.resolve("web"));
        Files.writeString(web.resolve("index.html"), "<!doctype html><title>MediaNest</title>");
        Files.createDirectories(web.resolve("assets"));
        Files.writeString(web.resolve("assets/app-4f7k.js"), "console.log('nest')");
        Files.write(web.resolve("assets/app-4f7k.js.gz"), gzip("console.log('nest')"));
        Files.writeString(web.resolve(".env"), "SECRET=1");
        gateway = new FakeGateway();
        port = FreePorts.one();
        nginx = new NginxProcess(temporary.resolve("nginx"), web, port, gateway.port());
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        nginx.close();
        gateway.close();
    }

    @BeforeEach
    void startAfresh() {
        gateway.forget();
        gateway.answer(FakeGateway.ok(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/downloads", "/downloads/0198a1b2?tab=all", "/index.html"})
    void pathsOfTheWebUiGiveItsPageWhichIsAskedForEachTime(String path) throws IOException {
        Answer page = RawHttp.get(port, path);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("<title>MediaNest</title>");
        assertThat(page.header("Cache-Control")).contains("no-cache");
        assertThat(page.header("Content-Type")).contains("text/html; charset=utf-8");
    }

    @Test
    void assetsAreKeptForeverAndComeCompressed() throws IOException {
        Answer plain = RawHttp.get(port, "/assets/app-4f7k.js");
        Answer compressed = RawHttp.get(port, "/assets/app-4f7k.js", "Accept-Encoding: br, gzip");

        assertThat(plain.header("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(plain.header("Content-Type")).contains("text/javascript; charset=utf-8");
        assertThat(plain.body()).isEqualTo("console.log('nest')");
        assertThat(compressed.header("Content-Encoding")).contains("gzip");
        assertThat(compressed.header("Vary")).contains("Accept-Encoding");
    }

    @Test
    void missingAssetIsAProblemAndNotThePage() throws IOException {
        Answer missing = RawHttp.get(port, "/assets/gone-1234.js");

        assertProblem(missing, 404, "NOT_FOUND");
        assertThat(missing.header("Cache-Control")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("answersOfEveryLocation")
    void everyAnswerCarriesTheSecurityHeadersOnce(String path) throws IOException {
        Answer answer = RawHttp.get(port, path);

        for (String name : new String[] {
            "Content-Security-Policy",
            "X-Content-Type-Options",
            "Referrer-Policy",
            "Permissions-Policy",
            "Cross-Origin-Opener-Policy",
            "Cross-Origin-Resource-Policy"
        }) {
            assertThat(answer.count(name)).as(name).isEqualTo(1);
        }
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
        gateway.answer(FakeGateway.ok("Content-Security-Policy: sandbox\r\nX-Content-Type-Options: nosniff\r\n"));

        Answer answer = RawHttp.get(port, "/api/v1/downloads/1/file");

        assertThat(answer.header("Content-Security-Policy")).contains("sandbox");
        assertThat(answer.count("Content-Security-Policy")).isEqualTo(1);
        assertThat(answer.count("X-Content-Type-Options")).isEqualTo(1);
    }

    @Test
    void whatAClientSaysOfItselfIsReplaced() throws IOException, InterruptedException {
        RawHttp.get(
                port,
                "/api/v1/auth/me?x=%2F",
                "X-Forwarded-For: 6.6.6.6",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Prefix: /evil",
                "X-Real-IP: 6.6.6.6",
                "Forwarded: for=6.6.6.6");

        String seen = gateway.request();
        assertThat(seen)
                .startsWith("GET /api/v1/auth/me?x=%2F HTTP/1.1\r\n")
                .contains("\r\nHost: nest.example\r\n")
                .contains("\r\nX-Forwarded-For: 127.0.0.1\r\n")
                .contains("\r\nX-Forwarded-Proto: http\r\n")
                .contains("\r\nX-Forwarded-Host: nest.example\r\n")
                .doesNotContain("6.6.6.6", "evil", "Forwarded: for");
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
        Answer refusal = RawHttp.get(port, path);

        assertProblem(refusal, 400, "BAD_REQUEST");
        assertThat(gateway.sawNothing()).isTrue();
    }

    @Test
    void oddCharactersInAQueryAreNobodysBusiness() throws IOException, InterruptedException {
        assertThat(RawHttp.get(port, "/api/v1/downloads?url=https://a.example/b;c/../d%2Fe")
                        .status())
                .isEqualTo(200);
        assertThat(gateway.request()).startsWith("GET /api/v1/downloads?url=https://a.example/b;c/../d%2Fe HTTP");
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
        Answer answer = RawHttp.get(port, path);

        assertProblem(answer, 404, "NOT_FOUND");
        assertThat(gateway.sawNothing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "DELETE", "TRACE"})
    void webUiIsOnlyRead(String method) throws IOException {
        assertProblem(RawHttp.send(port, method, "/", ""), 405, "METHOD_NOT_ALLOWED");
    }

    @Test
    void bodyOfAMebibytePassesAndOneByteMoreDoesNot() throws IOException, InterruptedException {
        String fits = "x".repeat(1 << 20);

        assertThat(RawHttp.send(port, "POST", "/api/v1/downloads", fits).status())
                .isEqualTo(200);
        gateway.request();
        assertProblem(RawHttp.send(port, "POST", "/api/v1/downloads", fits + "x"), 413, "TOO_LARGE");
        assertThat(gateway.sawNothing()).isTrue();
    }

    @Test
    void addressThatIsTooLongIsAProblem() throws IOException {
        assertProblem(RawHttp.get(port, "/" + "x".repeat(40_000)), 414, "URI_TOO_LONG");
    }

    @Test
    void webSocketPassesInBothDirections() throws IOException, InterruptedException {
        try (Socket socket = RawHttp.connect(port)) {
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
            assertThat(gateway.request())
                    .startsWith("GET /ws/v1/events?since=7 HTTP/1.1")
                    .contains("\r\nOrigin: http://nest.example\r\n");
        }
    }

    @Test
    void upgradeOfAnOrdinaryRequestIsNotPassedOn() throws IOException, InterruptedException {
        RawHttp.get(port, "/api/v1/auth/me", "Upgrade: websocket");

        assertThat(gateway.request()).doesNotContain("Upgrade");
    }

    @Test
    void problemOfTheGatewayPassesUnchanged() throws IOException {
        gateway.answer("HTTP/1.1 503 Service Unavailable\r\nRetry-After: 9\r\nContent-Length: 4\r\n\r\nmine");

        Answer answer = RawHttp.get(port, "/api/v1/downloads");

        assertThat(answer.body()).isEqualTo("mine");
        assertThat(answer.header("Retry-After")).contains("9");
    }

    @Test
    void gatewayThatIsDownIsSaidInAProblem() throws IOException, InterruptedException {
        int other = FreePorts.one();
        Path folder = temporary.resolve("alone");
        try (NginxProcess alone = new NginxProcess(folder, temporary.resolve("web"), other, FreePorts.one())) {
            Answer answer = RawHttp.get(other, "/api/v1/auth/me");

            assertProblem(answer, 503, "SERVICE_UNAVAILABLE");
            assertThat(answer.header("Retry-After")).contains("5");
            assertThat(RawHttp.get(other, "/").status()).isEqualTo(200);
            assertThat(alone.errors(folder)).contains("Connection refused");
        }
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains("\"status\":" + status, "\"code\":\"" + code + "\"")
                .containsPattern("\"traceId\":\"[0-9a-f]{32}\"");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
