package org.medianest.homelab.kuma;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.medianest.homelab.client.Http;

class UptimeKumaPagesTest extends WithUptimeKuma {
    @Test
    void statusPageShowsItsGroups() {
        JsonObject page = http.get("/api/status-page/home").object();

        assertThat(page.fieldNames())
                .containsExactlyInAnyOrder("config", "incidents", "publicGroupList", "maintenanceList");
        assertThat(page.getJsonObject("config").fieldNames())
                .contains(
                        "slug",
                        "title",
                        "description",
                        "icon",
                        "autoRefreshInterval",
                        "theme",
                        "published",
                        "showTags");
        JsonObject media = page.getJsonArray("publicGroupList").getJsonObject(0);
        assertThat(media.getString("name")).isEqualTo("Media");
        assertThat(media.getJsonArray("monitorList").getJsonObject(0))
                .isEqualTo(new JsonObject()
                        .put("id", 2)
                        .put("name", "Plex")
                        .put("sendUrl", 0)
                        .put("type", "http"));
        assertThat(http.get("/api/status-page/unknown").status()).isEqualTo(404);
    }

    @Test
    void statusPageIsKeptForAWhile() {
        http.get("/api/status-page/home");
        http.get("/api/status-page/heartbeat/home");
        homelab.uptimeKuma().incident("Storm", "The line is down");
        homelab.uptimeKuma().find(ROUTER, BeatStatus.DOWN, "timeout");
        JsonObject kept = http.get("/api/status-page/heartbeat/home").object();

        homelab.clock().advance(Duration.ofMinutes(5));
        JsonObject beats = http.get("/api/status-page/heartbeat/home").object();

        assertThat(last(kept).getInteger("status")).isEqualTo(1);
        assertThat(last(beats).getInteger("status")).isZero();
        assertThat(last(beats).fieldNames()).containsExactlyInAnyOrder("status", "time", "msg", "ping");
        assertThat(last(beats).getString("msg")).isEmpty();
        assertThat(beats.getJsonObject("uptimeList").getDouble("9_24")).isBetween(0.9, 0.9999);
        assertThat(http.get("/api/status-page/home").object().getJsonArray("incidents"))
                .hasSize(1);
        homelab.uptimeKuma().oldStatusPages(true);
        assertThat(http.get("/api/status-page/home")
                        .object()
                        .getJsonObject("incident")
                        .getString("title"))
                .isEqualTo("Storm");
    }

    @Test
    void pushedBeatIsTaken() {
        assertThat(http.get("/api/push/homelab-push?status=down&msg=disk%20full")
                        .object())
                .isEqualTo(new JsonObject().put("ok", true));
        assertThat(http.get("/api/push/wrong").status()).isEqualTo(404);
        assertThat(metrics().body())
                .contains(
                        "monitor_name=\"Backup\",monitor_type=\"push\",monitor_url=\"https://\",monitor_hostname=\"null\","
                                + "monitor_port=\"null\"} 0");
    }

    @Test
    void metricsAreOpenedByAnApiKeyAndWithoutOneByThePassword() {
        assertThat(http.get("/metrics").status()).isEqualTo(401);
        assertThat(basic("any", UptimeKuma.API_KEY).get("/metrics").status()).isEqualTo(200);
        assertThat(basic(UptimeKuma.USERNAME, UptimeKuma.PASSWORD)
                        .get("/metrics")
                        .status())
                .isEqualTo(401);
        homelab.uptimeKuma().apiKeys(false);
        assertThat(basic(UptimeKuma.USERNAME, UptimeKuma.PASSWORD)
                        .get("/metrics")
                        .status())
                .isEqualTo(200);
        assertThat(UptimeKuma.API_KEY).matches("uk\\d+_[0-9A-Za-z]{40}");
    }

    @Test
    void metricsHaveALineForEachMonitor() {
        String text = metrics().body();

        assertThat(text)
                .contains("# TYPE monitor_status gauge")
                .containsPattern("monitor_status\\{media=\"yes\",monitor_id=\"2\",monitor_name=\"Plex\",.*} 1\n")
                .containsPattern("monitor_response_time\\{.*monitor_id=\"9\".*} \\d+\n")
                .containsPattern("monitor_uptime_ratio\\{.*monitor_id=\"9\".*,window=\"30d\"} [01]\\.\\d+\n")
                .containsPattern("monitor_cert_days_remaining\\{.*monitor_id=\"10\".*} 61\n");
    }

    private static Http.Answer metrics() {
        return basic("any", UptimeKuma.API_KEY).get("/metrics");
    }

    private static Http basic(String username, String password) {
        return http.with(
                "Authorization",
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8)));
    }

    private static JsonObject last(JsonObject beats) {
        JsonArray list = beats.getJsonObject("heartbeatList").getJsonArray("9");
        return list.getJsonObject(list.size() - 1);
    }
}
