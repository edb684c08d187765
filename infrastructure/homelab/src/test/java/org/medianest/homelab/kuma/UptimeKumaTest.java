package org.medianest.homelab.kuma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.medianest.homelab.fault.Fault;
import org.medianest.homelab.system.SystemName;

class UptimeKumaTest extends WithUptimeKuma {
    private static final int PLEX = 2;

    @Test
    void loginIsAnsweredAndThenAllIsPushed() {
        try (Frames frames = new Frames(http.base()).connect()) {
            JsonObject answer = frames.login();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> frames.events("uptime").size() == 36);

            assertThat(answer.getBoolean("ok")).isTrue();
            assertThat(answer.getString("token")).contains(".");
            assertThat(frames.eventNames().stream().distinct())
                    .containsExactly(
                            "info",
                            "loginRequired",
                            "monitorList",
                            "maintenanceList",
                            "notificationList",
                            "proxyList",
                            "dockerHostList",
                            "apiKeyList",
                            "remoteBrowserList",
                            "monitorTypeList",
                            "statusPageList",
                            "heartbeatList",
                            "avgPing",
                            "uptime",
                            "certInfo");
            JsonObject plex = frames.awaitEvent("monitorList").getJsonObject(1).getJsonObject("2");
            assertThat(plex.getInteger("id")).isEqualTo(2);
            assertThat(plex.getString("pathName")).isEqualTo("Media / Plex");
            assertThat(plex.getInteger("parent")).isEqualTo(1);
            assertThat(plex.fieldNames())
                    .contains(
                            "name",
                            "description",
                            "path",
                            "childrenIDs",
                            "url",
                            "hostname",
                            "port",
                            "active",
                            "forceInactive",
                            "type",
                            "interval",
                            "retryInterval",
                            "timeout",
                            "tags",
                            "maintenance");
        }
    }

    @Test
    void listedBeatsAreRowsAndLiveOnesAreNot() {
        try (Frames frames = new Frames(http.base()).connect()) {
            frames.login();
            frames.awaitEvent("uptime");
            homelab.uptimeKuma().find(ROUTER, BeatStatus.DOWN, "timeout");

            JsonArray list = frames.awaitEvent("heartbeatList");
            assertThat(list.getValue(1)).isEqualTo("1");
            assertThat(list.getJsonArray(2)).hasSize(100);
            assertThat(list.getBoolean(3)).isFalse();
            assertThat(list.getJsonArray(2).getJsonObject(0).fieldNames())
                    .containsExactlyInAnyOrder(
                            "id",
                            "important",
                            "monitor_id",
                            "status",
                            "msg",
                            "time",
                            "ping",
                            "duration",
                            "down_count",
                            "end_time",
                            "retries");
            JsonObject beat = frames.awaitEvent("heartbeat").getJsonObject(1);
            assertThat(beat.getInteger("monitorID")).isEqualTo(ROUTER);
            assertThat(beat.getInteger("status")).isZero();
            assertThat(beat.getBoolean("important")).isTrue();
            assertThat(beat.getString("time")).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}");
            assertThat(frames.events("uptime").getFirst().getValue(1)).isEqualTo(1);
        }
    }

    @Test
    void monitorsBeatByTheClockAndFindFaults() {
        try (Frames frames = new Frames(http.base()).connect()) {
            frames.login();
            frames.awaitEvent("uptime");
            homelab.faults().set(SystemName.PLEX, new Fault.Status(503));

            homelab.clock().advance(Duration.ofSeconds(61));

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> beatsOf(frames, PLEX).size() == 1
                            && beatsOf(frames, Monitors.MEDIA).size() == 2);
            assertThat(beatsOf(frames, PLEX).getFirst().getString("msg"))
                    .isEqualTo("Request failed with status code 503");
            assertThat(beatsOf(frames, Monitors.MEDIA).getLast().getInteger("status"))
                    .isZero();
            assertThat(beatsOf(frames, ROUTER).getFirst().getInteger("status")).isEqualTo(1);
        }
    }

    @Test
    void monitorsAreAskedForPausedAndDeleted() {
        try (Frames frames = new Frames(http.base()).connect()) {
            frames.login();
            JsonObject beats = frames.ask("getMonitorBeats", ROUTER, 1);
            JsonObject monitor = frames.ask("getMonitor", ROUTER);
            JsonObject chart = frames.ask("getMonitorChartData", ROUTER, 24);
            JsonObject important = frames.ask("monitorImportantHeartbeatListPaged", ROUTER, 0, 25);
            JsonObject paused = frames.ask("pauseMonitor", ROUTER);
            homelab.uptimeKuma().delete(ROUTER);

            assertThat(beats.getJsonArray("data").size()).isBetween(50, 61);
            assertThat(monitor.getJsonObject("monitor").getString("hostname")).isEqualTo("192.0.2.1");
            assertThat(chart.getJsonArray("data")).isNotEmpty();
            assertThat(important.getJsonArray("data")).hasSize(1);
            assertThat(paused.getString("msg")).isEqualTo("successPaused");
            assertThat(frames.awaitEvent("updateMonitorIntoList")
                            .getJsonObject(1)
                            .getJsonObject("9")
                            .getBoolean("active"))
                    .isFalse();
            assertThat(frames.awaitEvent("deleteMonitorFromList").getValue(1)).isEqualTo(ROUTER);
        }
    }

    @Test
    void requestsThatEngineIoDoesNotKnowAreRefused() {
        assertThat(http.get("/socket.io/?EIO=4&transport=pigeon").object())
                .isEqualTo(new JsonObject().put("code", 0).put("message", "Transport unknown"));
        assertThat(http.get("/socket.io/?EIO=4&transport=polling&sid=x").object())
                .isEqualTo(new JsonObject().put("code", 1).put("message", "Session ID unknown"));
        assertThat(http.get("/socket.io/?EIO=3&transport=polling").status()).isEqualTo(400);
    }

    private static List<JsonObject> beatsOf(Frames frames, int monitor) {
        return frames.events("heartbeat").stream()
                .map(event -> event.getJsonObject(1))
                .filter(beat -> beat.getInteger("monitorID") == monitor)
                .toList();
    }
}
