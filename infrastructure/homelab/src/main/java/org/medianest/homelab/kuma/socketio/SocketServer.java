package org.medianest.homelab.kuma.socketio;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.medianest.homelab.system.Messages;

/** The way in at {@code /socket.io/}: hand-shakes, polling, WebSockets and the change from the one to the other. */
public final class SocketServer {
    private final Consumer<SocketClient> onConnect;
    private final Map<String, EngineSession> sessions = new ConcurrentHashMap<>();

    /** What engine.io says to requests that it cannot serve. */
    enum Refusal {
        UNKNOWN_TRANSPORT(0, "Transport unknown"),
        UNKNOWN_SESSION(1, "Session ID unknown"),
        BAD_METHOD(2, "Bad handshake method"),
        BAD_REQUEST(3, "Bad request"),
        OLD_PROTOCOL(5, "Unsupported protocol version");

        private final int code;
        private final String message;

        Refusal(int code, String message) {
            this.code = code;
            this.message = message;
        }
    }

    /** @param onConnect is told of each client that connected to the root namespace, before anything that it says is read */
    public SocketServer(Consumer<SocketClient> onConnect) {
        this.onConnect = onConnect;
    }

    public void mount(Router router) {
        router.get("/socket.io/").handler(this::get);
        router.post("/socket.io/").handler(this::post);
    }

    /** Asks all clients whether they are there, and lets the silent ones go. */
    public void startPinging(Vertx vertx) {
        vertx.setPeriodic(
                EngineSession.PING_INTERVAL.toMillis(),
                timer -> sessions.values().forEach(this::ping));
    }

    /** Lets all clients go, as a restart does. */
    public void disconnectAll() {
        sessions.values().forEach(EngineSession::close);
    }

    private void ping(EngineSession session) {
        if (session.isSilent()) {
            session.close();
        } else {
            session.send(EnginePacket.of(EnginePacket.Type.PING));
        }
    }

    private void get(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!"4".equals(request.getParam("EIO"))) {
            refuse(request.response(), Refusal.OLD_PROTOCOL);
            return;
        }
        String sid = request.getParam("sid");
        switch (request.getParam("transport", "")) {
            case "polling" -> poll(request, sid);
            case "websocket" -> webSocket(context, sid);
            default -> refuse(request.response(), Refusal.UNKNOWN_TRANSPORT);
        }
    }

    private void poll(HttpServerRequest request, @Nullable String sid) {
        if (sid == null) {
            EngineSession session = newSession();
            text(
                    request.response(),
                    EngineSession.open(session.sid(), new JsonArray().add("websocket"))
                            .text());
            return;
        }
        EngineSession session = sessions.get(sid);
        if (session == null) {
            refuse(request.response(), Refusal.UNKNOWN_SESSION);
        } else {
            session.poll(request.response());
        }
    }

    private void post(RoutingContext context) {
        String sid = context.request().getParam("sid", "");
        EngineSession session = sessions.get(sid);
        if (session == null) {
            refuse(context.response(), sid.isEmpty() ? Refusal.BAD_METHOD : Refusal.UNKNOWN_SESSION);
            return;
        }
        Buffer body = context.body() == null ? null : context.body().buffer();
        if (body != null) {
            receive(context.response(), session, body);
        } else {
            context.request().body().onSuccess(late -> receive(context.response(), session, late));
        }
    }

    private static void receive(HttpServerResponse response, EngineSession session, Buffer body) {
        if (body.length() > EngineSession.MAX_PAYLOAD) {
            response.setStatusCode(413).end();
            return;
        }
        try {
            EnginePacket.parseBody(body.toString()).forEach(session::receive);
            response.putHeader("content-type", "text/html").end("ok");
        } catch (IllegalArgumentException garbage) {
            refuse(response, Refusal.BAD_REQUEST);
            session.close();
        }
    }

    private void webSocket(RoutingContext context, @Nullable String sid) {
        HttpServerRequest request = context.request();
        Messages messages = Messages.of(context);
        EngineSession known = sid == null ? null : sessions.get(sid);
        if (sid != null && known == null) {
            refuse(request.response(), Refusal.UNKNOWN_SESSION);
            return;
        }
        request.toWebSocket().onSuccess(socket -> {
            if (known == null) {
                EngineSession session = newSession();
                messages.send(
                        socket,
                        EngineSession.open(session.sid(), new JsonArray()).text());
                session.takeOver(socket, messages);
                listen(socket, session);
            } else {
                upgrade(socket, messages, known);
            }
        });
    }

    /** The client probes the WebSocket, and says when it has left polling. */
    private static void upgrade(ServerWebSocket socket, Messages messages, EngineSession session) {
        socket.textMessageHandler(text -> {
            if (text.equals("2probe")) {
                messages.send(socket, "3probe");
                session.changing(true);
            } else if (text.equals("5")) {
                session.takeOver(socket, messages);
                listen(socket, session);
            }
        });
        socket.closeHandler(gone -> session.changing(false));
    }

    private static void listen(ServerWebSocket socket, EngineSession session) {
        socket.textMessageHandler(text -> {
            try {
                session.receive(EnginePacket.parse(text));
            } catch (IllegalArgumentException garbage) {
                session.close();
            }
        });
        socket.closeHandler(gone -> session.close());
    }

    private EngineSession newSession() {
        EngineSession session = new EngineSession(UUID.randomUUID().toString());
        SocketClient client = new SocketClient(session, onConnect);
        session.handlers(client::receive, () -> {
            sessions.remove(session.sid());
            client.closed();
        });
        sessions.put(session.sid(), session);
        return session;
    }

    static void text(HttpServerResponse response, String body) {
        response.putHeader("content-type", "text/plain; charset=UTF-8")
                .putHeader("cache-control", "no-store")
                .end(body);
    }

    static void refuse(HttpServerResponse response, Refusal refusal) {
        response.setStatusCode(400)
                .putHeader("content-type", "application/json")
                .end(new JsonObject()
                        .put("code", refusal.code)
                        .put("message", refusal.message)
                        .encode());
    }
}
