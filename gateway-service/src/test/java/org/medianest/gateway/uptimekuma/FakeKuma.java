package org.medianest.gateway.uptimekuma;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An Uptime Kuma that can be told to want a code, to greet nobody, to fall silent and to break off. */
final class FakeKuma implements AutoCloseable {
    static final String PASSWORD = "correct horse";
    static final String CODE = "123456";
    static final String KEY = "uk1_key";

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server = vertx.createHttpServer();
    private final Set<ServerWebSocket> sockets = ConcurrentHashMap.newKeySet();
    private final Set<String> usedCodes = ConcurrentHashMap.newKeySet();

    /** What was asked, as {@code event}. */
    final CopyOnWriteArrayList<String> calls = new CopyOnWriteArrayList<>();

    volatile boolean wantsCode;
    volatile boolean greets = true;
    volatile boolean asksForLogin = true;
    volatile boolean isTired;
    volatile String token = "token-1";
    volatile JsonObject monitors = new JsonObject();
    volatile JsonArray beats = new JsonArray();

    FakeKuma() {
        server.requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    /** To all that are connected. */
    void push(String event, Object... arguments) {
        sockets.forEach(socket -> say(socket, event, arguments));
    }

    /** Breaks all connections off. */
    void hangUp() {
        sockets.forEach(ServerWebSocket::close);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void meet(ServerWebSocket socket) {
        sockets.add(socket);
        socket.closeHandler(closed -> sockets.remove(socket));
        socket.textMessageHandler(frame -> hear(socket, frame));
        socket.writeTextMessage("0{\"sid\":\"x\",\"upgrades\":[],\"pingInterval\":300,\"pingTimeout\":3000}");
        long pings = vertx.setPeriodic(300, id -> {
            if (!socket.isClosed() && !isTired) {
                socket.writeTextMessage("2");
            }
        });
        socket.endHandler(end -> vertx.cancelTimer(pings));
    }

    private void hear(ServerWebSocket socket, String frame) {
        if (frame.equals("40")) {
            socket.writeTextMessage("40{\"sid\":\"y\"}");
            if (greets) {
                say(socket, "info", new JsonObject().put("isContainer", true));
                say(socket, asksForLogin ? "loginRequired" : "autoLogin");
                if (!asksForLogin) {
                    letIn(socket);
                }
            }
        } else if (frame.startsWith("42")) {
            int begin = frame.indexOf('[');
            JsonArray call = new JsonArray(frame.substring(begin));
            calls.add(call.getString(0));
            JsonObject answer = switch (call.getString(0)) {
                case "login" -> login(call.getJsonObject(1));
                case "loginByToken" -> byToken(call.getString(1));
                default -> new JsonObject().put("ok", false);
            };
            if (answer.getBoolean("ok", false)) {
                letIn(socket);
            }
            socket.writeTextMessage("43" + frame.substring(2, begin)
                    + new JsonArray().add(answer).encode());
        }
    }

    private JsonObject login(JsonObject given) {
        if (!given.getString("password").equals(PASSWORD)) {
            return refusal("authIncorrectCreds");
        }
        String code = given.getString("token");
        if (wantsCode && code.isEmpty()) {
            return new JsonObject().put("tokenRequired", true);
        }
        if (wantsCode && (!code.equals(CODE) || !usedCodes.add(code))) {
            return refusal("authInvalidToken");
        }
        return new JsonObject().put("ok", true).put("token", token);
    }

    private JsonObject byToken(String given) {
        return given.equals(token) ? new JsonObject().put("ok", true) : refusal("authInvalidToken");
    }

    private static JsonObject refusal(String word) {
        return new JsonObject().put("ok", false).put("msg", word).put("msgi18n", true);
    }

    /** Beats first: the list of monitors is not always the first to come. */
    private void letIn(ServerWebSocket socket) {
        say(socket, "info", new JsonObject().put("version", "2.0.2"));
        beats.forEach(row -> say(
                socket,
                "heartbeatList",
                String.valueOf(((JsonObject) row).getValue("monitor_id")),
                new JsonArray().add(row),
                false));
        say(socket, "monitorList", monitors);
    }

    private static void say(ServerWebSocket socket, String event, Object... arguments) {
        JsonArray packet = new JsonArray().add(event);
        for (Object argument : arguments) {
            packet.add(argument);
        }
        socket.writeTextMessage("42" + packet.encode());
    }

    private void answer(HttpServerRequest request) {
        String basic = "Basic " + Base64.getEncoder().encodeToString((":" + KEY).getBytes());
        switch (String.valueOf(request.path())) {
            // not by a handler of the server for sockets, which Quarkus switches off
            case "/socket.io/" -> request.toWebSocket().onSuccess(this::meet);
            case "/api/status-page/home" -> json(request, """
                    {"config":{"slug":"home","title":"Home"},"incidents":[],"publicGroupList":[{"id":1,"name":"Media","weight":1,
                     "monitorList":[{"id":7,"name":"Jellyfin","sendUrl":0,"type":"http"}]}],"maintenanceList":[]}
                    """);
            case "/api/status-page/heartbeat/home" -> json(request, """
                    {"heartbeatList":{"7":[{"status":1,"time":"2026-01-01 12:00:00.000","msg":"","ping":11},
                     {"status":0,"time":"2026-01-01 12:01:00.000","msg":"","ping":null}]},"uptimeList":{"7_24":0.75}}
                    """);
            case "/metrics" -> {
                if (basic.equals(request.getHeader("Authorization"))) {
                    request.response().end("""
                            # HELP monitor_status Monitor Status (1 = UP, 0= DOWN, 2= PENDING, 3= MAINTENANCE)
                            # TYPE monitor_status gauge
                            monitor_status{monitor_id="3",monitor_name="The \\"Disk\\" {1}",monitor_type="push",monitor_url="null"} 3
                            monitor_response_time{monitor_id="3",monitor_name="The \\"Disk\\" {1}",monitor_type="push"} 12
                            monitor_uptime_ratio{monitor_id="3",monitor_name="The \\"Disk\\" {1}",window="1d"} 0.5
                            monitor_status{monitor_name="Without an id",monitor_type="http"} 1
                            """);
                } else {
                    request.response().setStatusCode(401).end();
                }
            }
            default -> request.response().setStatusCode(404).end();
        }
    }

    private static void json(HttpServerRequest request, String body) {
        request.response().putHeader("Content-Type", "application/json").end(body);
    }
}
