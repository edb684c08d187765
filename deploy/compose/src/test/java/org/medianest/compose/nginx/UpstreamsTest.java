package org.medianest.compose.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medianest.compose.nginx.RawHttp.Answer;
import org.medianest.compose.testing.Commands;
import org.medianest.local.testing.FreePorts;

/** One gateway, several, and none. */
class UpstreamsTest {
    @TempDir
    Path temporary;

    @Test
    void gatewayThatIsDownIsSaidInAProblem() throws IOException, InterruptedException {
        try (Edge edge = Edge.plain(temporary, Map.of("GATEWAY", "127.0.0.1:" + FreePorts.one()))) {
            Answer answer = edge.http().get("/api/v1/auth/me");

            Problems.assertProblem(answer, 503, "SERVICE_UNAVAILABLE");
            assertThat(answer.header("Retry-After")).contains("5");
            assertThat(edge.http().get("/").status()).isEqualTo(200);
            assertThat(edge.nginx().errors()).contains("Connection refused");
        }
    }

    @Test
    void requestsOfAGatewayThatIsAwayGoToTheOther() throws IOException, InterruptedException {
        try (FakeGateway here = new FakeGateway();
                Edge edge = Edge.plain(
                        temporary, Map.of("GATEWAY", "127.0.0.1:" + FreePorts.one() + ",127.0.0.1:" + here.port()))) {
            for (int i = 0; i < 10; i++) {
                assertThat(edge.http().send("POST", "/api/v1/downloads", "{}").status())
                        .isEqualTo(200);
                assertThat(here.request()).startsWith("POST /api/v1/downloads");
            }
        }
    }

    @Test
    void newRenderMovesRequestsAndLeavesFeedsAlone() throws IOException, InterruptedException {
        try (FakeGateway next = new FakeGateway();
                Edge edge = Edge.plain(temporary, Map.of());
                Socket feed = edge.http().openFeed()) {
            edge.gateway().forget();
            Map<String, String> settings = new HashMap<>(edge.settings());
            settings.put("GATEWAY", "127.0.0.1:" + next.port());

            edge.nginx().become(settings);

            await().atMost(Duration.ofSeconds(30)).until(() -> {
                edge.http().get("/api/v1/auth/me");
                return !next.sawNothing();
            });
            feed.getOutputStream().write("still here".getBytes(StandardCharsets.US_ASCII));
            assertThat(feed.getInputStream().readNBytes(10)).asString().isEqualTo("still here");
        }
    }

    @Test
    void figuresAndHealthHaveAnAddressOfTheirOwn() throws IOException, InterruptedException {
        int status = FreePorts.one();
        try (Edge edge = Edge.plain(temporary, Map.of("STATUS", "127.0.0.1:" + status))) {
            assertThat(RawHttp.plain(status).get("/status").body()).contains("Active connections", "server accepts");
            assertThat(RawHttp.plain(status).get("/healthy").body()).isEqualTo("healthy");
            assertThat(Commands.attempt(
                                    Map.of("MEDIANEST_NGINX_STATUS", "127.0.0.1:" + status),
                                    NginxProcess.script("healthcheck"))
                            .code())
                    .isZero();
            Problems.assertProblem(RawHttp.plain(status).get("/api/v1/auth/me"), 404, "NOT_FOUND");
            assertThat(edge.http().get("/status").body()).contains("<title>MediaNest</title>");
        }
    }
}
