package org.medianest.homelab.kuma.socketio;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.medianest.homelab.system.Messages;

/**
 * One client of engine.io. What is sent while a polling client has no request open waits for its next one; over a WebSocket it goes at
 * once. Thread safe.
 */
final class EngineSession {
    static final Duration PING_INTERVAL = Duration.ofSeconds(25);
    static final Duration PING_TIMEOUT = Duration.ofSeconds(20);
    static final int MAX_PAYLOAD = 1_000_000;

    private final String sid;
    private final List<EnginePacket> waiting = new ArrayList<>();
    private Consumer<String> onMessage = message -> {};
    private Runnable onClose = () -> {};
    private @Nullable HttpServerResponse poll;
    private @Nullable ServerWebSocket socket;
    private Messages way = ServerWebSocket::writeTextMessage;
    private boolean changing;
    private boolean closed;
    private long heardAt = System.nanoTime();

    EngineSession(String sid) {
        this.sid = sid;
    }

    String sid() {
        return sid;
    }

    void handlers(Consumer<String> onMessage, Runnable onClose) {
        this.onMessage = onMessage;
        this.onClose = onClose;
    }

    /** @param upgrades what a polling client may change to */
    static EnginePacket open(String sid, JsonArray upgrades) {
        JsonObject handshake = new JsonObject()
                .put("sid", sid)
                .put("upgrades", upgrades)
                .put("pingInterval", PING_INTERVAL.toMillis())
                .put("pingTimeout", PING_TIMEOUT.toMillis())
                .put("maxPayload", MAX_PAYLOAD);
        return new EnginePacket(EnginePacket.Type.OPEN, handshake.encode());
    }

    void send(String message) {
        send(EnginePacket.message(message));
    }

    synchronized void send(EnginePacket packet) {
        if (closed) {
            return;
        }
        if (socket != null) {
            way.send(socket, packet.text());
        } else {
            waiting.add(packet);
            answerPoll();
        }
    }

    /** A request of a polling client, which stays open until there is something to say. */
    synchronized void poll(HttpServerResponse response) {
        if (poll != null) {
            // Two at once are a mistake of the client; engine.io closes then.
            SocketServer.refuse(response, SocketServer.Refusal.BAD_REQUEST);
            close();
            return;
        }
        poll = response;
        response.closeHandler(gone -> forget(response));
        letGo();
    }

    private synchronized void forget(HttpServerResponse response) {
        if (poll == response) {
            poll = null;
        }
    }

    private void answerPoll() {
        HttpServerResponse response = poll;
        if (response != null && !waiting.isEmpty()) {
            poll = null;
            SocketServer.text(response, EnginePacket.body(waiting));
            waiting.clear();
        }
    }

    /** From now on this WebSocket is the way to the client. */
    synchronized void takeOver(ServerWebSocket newSocket, Messages newWay) {
        socket = newSocket;
        way = newWay;
        changing = false;
        waiting.forEach(packet -> newWay.send(newSocket, packet.text()));
        waiting.clear();
    }

    /**
     * A polling client wants to change to a WebSocket, or has given that up. It changes when its open request has been answered, and it may
     * open another one before it knows.
     */
    synchronized void changing(boolean wants) {
        changing = wants;
        letGo();
    }

    private void letGo() {
        if (changing && poll != null && waiting.isEmpty()) {
            waiting.add(EnginePacket.of(EnginePacket.Type.NOOP));
        }
        answerPoll();
    }

    void receive(EnginePacket packet) {
        heardAt = System.nanoTime();
        switch (packet.type()) {
            case PING -> send(new EnginePacket(EnginePacket.Type.PONG, packet.data()));
            case MESSAGE -> onMessage.accept(packet.data());
            case CLOSE -> close();
            default -> {}
        }
    }

    boolean isSilent() {
        return System.nanoTime() - heardAt > PING_INTERVAL.plus(PING_TIMEOUT).toNanos();
    }

    boolean isClosed() {
        return closed;
    }

    void close() {
        ServerWebSocket open;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            open = socket;
            if (poll != null) {
                waiting.add(EnginePacket.of(EnginePacket.Type.CLOSE));
                answerPoll();
            }
        }
        if (open != null && !open.isClosed()) {
            open.close();
        }
        onClose.run();
    }
}
