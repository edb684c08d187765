package org.medianest.homelab.kuma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medianest.homelab.WithHomelab;
import org.medianest.homelab.system.SystemName;

class SocketClientTest extends WithHomelab {
    @BeforeAll
    static void fetchClient() throws IOException {
        NodeClient.fetch();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"polling | polling", "websocket | websocket", "polling,websocket | websocket"})
    void clientOfSocketIoIsServedOverEachTransport(String transports, String reached) throws IOException {
        try (NodeClient client = NodeClient.start(homelab.url(SystemName.UPTIME_KUMA), transports)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> client.events().contains("uptime"));
            homelab.uptimeKuma().find(9, BeatStatus.DOWN, "timeout");
            await().atMost(Duration.ofSeconds(30)).until(() -> client.events().contains("heartbeat"));

            assertThat(client.events()).startsWith("info", "loginRequired", "login answer", "monitorList");
            assertThat(client.transportOf("heartbeat")).isEqualTo(reached);
            assertThat(client.first("login answer").getJsonObject(0).getBoolean("ok"))
                    .isTrue();
            assertThat(client.first("heartbeatList").getValue(0)).isEqualTo("1");
            JsonObject beat = client.first("heartbeat").getJsonObject(0);
            assertThat(beat.getInteger("monitorID")).isEqualTo(9);
            assertThat(beat.getInteger("status")).isZero();
            assertThat(beat.getString("msg")).isEqualTo("timeout");
        }
    }
}
