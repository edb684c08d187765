package org.medianest.compose.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.medianest.compose.nginx.RawHttp.Answer;

/** What goes through nginx to the gateway and back. */
interface PassingTest extends Site {
    @Test
    default void headersOfTheGatewayStayAsTheyAre() throws IOException {
        gateway().answer(FakeGateway.ok("Content-Security-Policy: sandbox\r\nX-Content-Type-Options: nosniff\r\n"));

        Answer answer = site().get("/api/v1/downloads/1/file");

        assertThat(answer.header("Content-Security-Policy")).contains("sandbox");
        assertThat(answer.count("Content-Security-Policy")).isEqualTo(1);
        assertThat(answer.count("X-Content-Type-Options")).isEqualTo(1);
    }

    @Test
    default void whatAClientSaysOfItselfIsReplaced() throws IOException, InterruptedException {
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

        String seen = gateway().request();
        assertThat(seen)
                .startsWith("GET /api/v1/auth/me?x=%2F HTTP/1.1\r\n")
                .contains("\r\nHost: nest.example\r\n")
                .contains("\r\nX-Forwarded-For: 127.0.0.1\r\n")
                .contains("\r\nX-Forwarded-Proto: " + scheme() + "\r\n")
                .contains("\r\nX-Forwarded-Host: nest.example\r\n")
                .doesNotContain("6.6.6.6", "evil", "Forwarded: for", "66666666")
                .containsPattern("\r\ntraceparent: 00-([0-9a-f]{16})[0-9a-f]{16}-\\1-01\r\n");
    }

    @Test
    default void oddCharactersInAQueryAreNobodysBusiness() throws IOException, InterruptedException {
        assertThat(site().get("/api/v1/downloads?url=https://a.example/b;c/../d%2Fe")
                        .status())
                .isEqualTo(200);
        assertThat(gateway().request()).startsWith("GET /api/v1/downloads?url=https://a.example/b;c/../d%2Fe HTTP");
    }

    @Test
    default void webSocketPassesInBothDirections() throws IOException, InterruptedException {
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
            assertThat(gateway().request())
                    .startsWith("GET /ws/v1/events?since=7 HTTP/1.1")
                    .contains("\r\nOrigin: http://nest.example\r\n");
        }
    }

    @Test
    default void upgradeOfAnOrdinaryRequestIsNotPassedOn() throws IOException, InterruptedException {
        site().get("/api/v1/auth/me", "Upgrade: websocket");

        assertThat(gateway().request()).doesNotContain("Upgrade");
    }

    @Test
    default void problemOfTheGatewayPassesUnchanged() throws IOException {
        gateway().answer("HTTP/1.1 503 Service Unavailable\r\nRetry-After: 9\r\nContent-Length: 4\r\n\r\nmine");

        Answer answer = site().get("/api/v1/downloads");

        assertThat(answer.body()).isEqualTo("mine");
        assertThat(answer.header("Retry-After")).contains("9");
    }
}
