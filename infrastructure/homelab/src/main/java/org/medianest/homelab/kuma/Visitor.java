package org.medianest.homelab.kuma;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.medianest.homelab.kuma.socketio.SocketClient;

/** One client of the socket: what it is told at first and after signing in, and what it may ask. */
final class Visitor {
    private static final int DAY = 24;
    private static final int MONTH = 720;
    private static final int YEAR = 8760;

    private final UptimeKuma kuma;
    private final SocketClient client;
    private boolean in;

    Visitor(UptimeKuma kuma, SocketClient client) {
        this.kuma = kuma;
        this.client = client;
    }

    boolean isIn() {
        return in;
    }

    /** At once, whether anybody listens yet or not. */
    void greet() {
        client.emit("info", kuma.info(false));
        switch (kuma.door()) {
            case SETUP -> {
                client.emit("setup");
                client.emit("loginRequired");
            }
            case OPEN -> {
                enter();
                client.emit("autoLogin");
            }
            case LOCKED -> client.emit("loginRequired");
        }
    }

    void listen() {
        on("login", (arguments, answer) -> {
            if (answer.isAwaited() && first(arguments) instanceof JsonObject data) {
                finish(kuma.login().login(data, kuma.now()), answer);
            }
        });
        on("loginByToken", (arguments, answer) -> {
            if (answer.isAwaited()) {
                finish(kuma.login().loginByToken(String.valueOf(first(arguments))), answer);
            }
        });
        on("logout", (arguments, answer) -> {
            in = false;
            answer.give();
        });
        on("needSetup", (arguments, answer) -> answer.give(kuma.door() == UptimeKuma.Door.SETUP));
        onceIn("getMonitorList", (arguments, answer) -> {
            client.emit("monitorList", kuma.json().list());
            answer.give(new JsonObject().put("ok", true));
        });
        onMonitor(
                "getMonitor",
                (monitor, arguments, answer) ->
                        answer.give(ok().put("monitor", kuma.json().one(monitor))));
        onMonitor(
                "getMonitorBeats",
                (monitor, arguments, answer) ->
                        answer.give(ok().put("data", rows(beatsOf(monitor, number(arguments, 1, DAY))))));
        onMonitor(
                "getMonitorChartData",
                (monitor, arguments, answer) ->
                        answer.give(ok().put("data", monitor.uptime().chart(kuma.now(), number(arguments, 1, DAY)))));
        onMonitor(
                "monitorImportantHeartbeatListCount",
                (monitor, arguments, answer) ->
                        answer.give(ok().put("count", important(monitor).size())));
        onMonitor("monitorImportantHeartbeatListPaged", (monitor, arguments, answer) -> {
            JsonArray page = new JsonArray();
            important(monitor).reversed().stream()
                    .skip(number(arguments, 1, 0))
                    .limit(number(arguments, 2, 25))
                    .forEach(beat -> page.add(beat.live()));
            answer.give(ok().put("data", page));
        });
        onMonitor("pauseMonitor", (monitor, arguments, answer) -> {
            kuma.activate(monitor, false);
            answer.give(ok().put("msg", "successPaused").put("msgi18n", true));
        });
        onMonitor("resumeMonitor", (monitor, arguments, answer) -> {
            kuma.activate(monitor, true);
            answer.give(ok().put("msg", "successResumed").put("msgi18n", true));
        });
    }

    private static JsonObject ok() {
        return new JsonObject().put("ok", true);
    }

    private interface OnMonitor {
        void hear(Monitor monitor, JsonArray arguments, SocketClient.Answer answer);
    }

    private void on(String event, SocketClient.Handler handler) {
        client.on(event, (arguments, answer) -> {
            synchronized (kuma) {
                handler.hear(arguments, answer);
            }
        });
    }

    private void onceIn(String event, SocketClient.Handler handler) {
        on(event, (arguments, answer) -> {
            if (in) {
                handler.hear(arguments, answer);
            } else {
                answer.give(new JsonObject().put("ok", false).put("msg", "You are not logged in."));
            }
        });
    }

    private void onMonitor(String event, OnMonitor handler) {
        onceIn(event, (arguments, answer) -> {
            Optional<Monitor> monitor = kuma.monitors().find(number(arguments, 0, 0));
            monitor.ifPresentOrElse(
                    found -> handler.hear(found, arguments, answer),
                    () -> answer.give(new JsonObject()
                            .put("ok", false)
                            .put("msg", "Cannot read properties of null (reading 'toJSON')")));
        });
    }

    private static Object first(JsonArray arguments) {
        return arguments.isEmpty() ? "" : arguments.getValue(0);
    }

    private static int number(JsonArray arguments, int at, int otherwise) {
        return arguments.size() > at && arguments.getValue(at) instanceof Number number ? number.intValue() : otherwise;
    }

    private List<Beat> beatsOf(Monitor monitor, int lastHours) {
        Instant since = kuma.now().minusSeconds(lastHours * 3600L);
        return monitor.beats().stream()
                .filter(beat -> beat.time().isAfter(since))
                .toList();
    }

    private static List<Beat> important(Monitor monitor) {
        return monitor.beats().stream().filter(Beat::important).toList();
    }

    private static JsonArray rows(List<Beat> beats) {
        JsonArray rows = new JsonArray();
        beats.forEach(beat -> rows.add(beat.row()));
        return rows;
    }

    private void finish(Login.Outcome outcome, SocketClient.Answer answer) {
        answer.give(outcome.answer());
        if (outcome.in()) {
            enter();
        }
    }

    /** All that it is to know, in the order of the original. Ids are texts where it loops over the list, as JavaScript has them. */
    private void enter() {
        in = true;
        client.emit("monitorList", kuma.json().list());
        client.emit("info", kuma.info(true));
        client.emit("maintenanceList", new JsonObject());
        Stream.of("notificationList", "proxyList", "dockerHostList", "apiKeyList", "remoteBrowserList")
                .forEach(list -> client.emit(list, new JsonArray()));
        client.emit("monitorTypeList", new JsonObject());
        client.emit("statusPageList", kuma.statusPageList());
        for (Monitor monitor : kuma.monitors().all()) {
            client.emit("heartbeatList", Integer.toString(monitor.id()), rows(monitor.lastBeats()), false);
        }
        kuma.monitors().all().forEach(monitor -> stats(monitor, client::emit));
    }

    void tell(String event, @Nullable Object... arguments) {
        client.emit(event, arguments);
    }

    /** What follows each beat. */
    static void stats(Monitor monitor, Emit emit, Instant now) {
        Uptime uptime = monitor.uptime();
        Object ping = uptime.averagePing(now, DAY).isPresent()
                ? Math.round(uptime.averagePing(now, DAY).getAsDouble() * 100) / 100.0
                : null;
        emit.emit("avgPing", monitor.id(), ping);
        emit.emit("uptime", monitor.id(), DAY, uptime.share(now, DAY));
        emit.emit("uptime", monitor.id(), MONTH, uptime.share(now, MONTH));
        emit.emit("uptime", monitor.id(), "1y", uptime.share(now, YEAR));
        String url = monitor.facts().url();
        if (url != null && url.startsWith("https:")) {
            emit.emit("certInfo", monitor.id(), certificate());
        }
    }

    interface Emit {
        void emit(String event, @Nullable Object... arguments);
    }

    private void stats(Monitor monitor, Emit emit) {
        stats(monitor, emit, kuma.now());
    }

    /** JSON inside of a text. */
    private static String certificate() {
        return new JsonObject()
                .put("valid", true)
                .put(
                        "certInfo",
                        new JsonObject()
                                .put("daysRemaining", 61)
                                .put("issuer", new JsonObject().put("CN", "Homelab CA")))
                .encode();
    }
}
