package org.medianest.homelab.kuma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.homelab.Homelab;
import org.medianest.homelab.client.Http;
import org.medianest.homelab.fault.Fault;
import org.medianest.homelab.system.SystemName;

class UptimeKumaTest {
    private static final int PLEX = 2;
    private static final int ROUTER = 9;

    private static Homelab homelab;
    private static Http http;

    @BeforeAll
    static void start() {
        homelab = Homelab.start();
        http = new Http(homelab.url(SystemName.UPTIME_KUMA), Map.of());
    }

    @AfterAll
    static void stop() {
        homelab.close();
    }

    @BeforeEach
    void reset() {
        homelab.reset();
    }

    @Test
    void clientIsToldAtOnceThatItMustSignIn() {
        try (Frames frames = new Frames(http.base()).connect()) {
            frames.awaitEvent("loginRequired");

            JsonObject handshake = new JsonObject(frames.frames().getFirst().substring(1));
            assertThat(handshake.getInteger("pingInterval")).isEqualTo(25000);
            assertThat(handshake.getInteger("pingTimeout")).isEqualTo(20000);
            assertThat(frames.eventNames()).containsExactly("info", "loginRequired");
            assertThat(frames.events("info").getFirst().getJsonObject(1).containsKey("version"))
                    .isFalse();
        }
    }

    @Test
    void wrongPasswordIsRefusedInKeysForTranslation() {
        try (Frames frames = new Frames(http.base()).connect()) {
            JsonObject answer = frames.ask(
                    "login",
                    new JsonObject()
                            .put("username", "admin")
                            .put("password", "wrong")
                            .put("token", ""));

            assertThat(answer)
                    .isEqualTo(new JsonObject()
                            .put("ok", false)
                            .put("msg", "authIncorrectCreds")
                            .put("msgi18n", true));
            assertThat(frames.ask("getMonitorList").getBoolean("ok")).isFalse();
        }
    }

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
    void tokenLetsInAgainUntilThePasswordIsChanged() {
        try (Frames first = new Frames(http.base()).connect();
                Frames second = new Frames(http.base()).connect()) {
            String token = first.login().getString("token");

            assertThat(second.ask("loginByToken", token)).isEqualTo(new JsonObject().put("ok", true));
            second.awaitEvent("monitorList");
            homelab.uptimeKuma().changePassword("another");
            assertThat(second.ask("loginByToken", token).getString("msg")).isEqualTo("authInvalidToken");
            assertThat(second.ask("loginByToken", "garbage").getString("msg")).isEqualTo("authInvalidToken");
        }
    }

    @Test
    void secondFactorIsAskedForAndTakenOnce() {
        homelab.uptimeKuma().twoFactor(true);
        JsonObject credentials =
                new JsonObject().put("username", UptimeKuma.USERNAME).put("password", UptimeKuma.PASSWORD);
        try (Frames frames = new Frames(http.base()).connect()) {
            String code = homelab.uptimeKuma().twoFactorCode();

            assertThat(frames.login()).isEqualTo(new JsonObject().put("tokenRequired", true));
            assertThat(frames.ask("login", credentials.copy().put("token", "12"))
                            .getString("msg"))
                    .isEqualTo("authInvalidToken");
            assertThat(frames.ask("login", credentials.copy().put("token", code))
                            .getBoolean("ok"))
                    .isTrue();
            assertThat(frames.ask("login", credentials.copy().put("token", code))
                            .getBoolean("ok"))
                    .isFalse();
        }
    }

    @Test
    void signingInTooOftenIsRefusedForAMinute() {
        try (Frames frames = new Frames(http.base()).connect()) {
            for (int i = 0; i < 20; i++) {
                frames.ask("login", new JsonObject().put("username", "x").put("password", "y"));
            }

            JsonObject refused = frames.login();
            homelab.clock().advance(Duration.ofMinutes(2));

            assertThat(refused)
                    .isEqualTo(new JsonObject().put("ok", false).put("msg", "Too frequently, try again later."));
            assertThat(frames.login().getBoolean("ok")).isTrue();
        }
    }

    @Test
    void withoutAuthenticationEverybodyIsIn() {
        homelab.uptimeKuma().door(UptimeKuma.Door.OPEN);
        try (Frames frames = new Frames(http.base()).connect()) {
            frames.awaitEvent("autoLogin");

            assertThat(frames.eventNames()).contains("monitorList").doesNotContain("loginRequired");
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

    private static List<JsonObject> beatsOf(Frames frames, int monitor) {
        return frames.events("heartbeat").stream()
                .map(event -> event.getJsonObject(1))
                .filter(beat -> beat.getInteger("monitorID") == monitor)
                .toList();
    }

    private static JsonObject last(JsonObject beats) {
        JsonArray list = beats.getJsonObject("heartbeatList").getJsonArray("9");
        return list.getJsonObject(list.size() - 1);
    }
}
