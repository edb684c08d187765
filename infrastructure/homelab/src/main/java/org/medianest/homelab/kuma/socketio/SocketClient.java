package org.medianest.homelab.kuma.socketio;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One client of socket.io in the root namespace. */
public final class SocketClient {
    private final EngineSession session;
    private final Consumer<SocketClient> onConnect;
    private final Map<String, Handler> handlers = new ConcurrentHashMap<>();
    private final AtomicBoolean connected = new AtomicBoolean();
    private volatile Runnable onDisconnect = () -> {};

    /** Hears an event. */
    public interface Handler {
        /**
         * @param arguments what came with the event
         * @param answer gives the client what its callback gets; does nothing if the client has none
         */
        void hear(JsonArray arguments, Answer answer);
    }

    /** The callback of a client. */
    public interface Answer {
        void give(@Nullable Object... arguments);

        /** Whether the client waits for an answer at all. */
        boolean isAwaited();
    }

    SocketClient(EngineSession session, Consumer<SocketClient> onConnect) {
        this.session = session;
        this.onConnect = onConnect;
    }

    public void on(String event, Handler handler) {
        handlers.put(event, handler);
    }

    public void onDisconnect(Runnable run) {
        onDisconnect = run;
    }

    public void emit(String event, @Nullable Object... arguments) {
        session.send(SocketPacket.event(event, arguments).text());
    }

    public void disconnect() {
        session.send(new SocketPacket(SocketPacket.Type.DISCONNECT, SocketPacket.ROOT, OptionalInt.empty(), "").text());
        session.close();
    }

    void receive(String message) {
        SocketPacket packet = SocketPacket.parse(message);
        switch (packet.type()) {
            case CONNECT -> connect(packet.namespace());
            case EVENT -> event(packet);
            case DISCONNECT -> session.close();
            default -> {}
        }
    }

    private void connect(String namespace) {
        if (!namespace.equals(SocketPacket.ROOT)) {
            session.send(SocketPacket.refused(namespace, "Invalid namespace").text());
        } else if (connected.compareAndSet(false, true)) {
            session.send(SocketPacket.connected(UUID.randomUUID().toString()).text());
            onConnect.accept(this);
        }
    }

    private void event(SocketPacket packet) {
        JsonArray json = parse(packet.json());
        Handler handler = json.isEmpty() ? null : handlers.get(String.valueOf(json.getValue(0)));
        if (handler != null && connected.get()) {
            json.remove(0);
            handler.hear(json, new Answering(packet.ack()));
        }
    }

    private static JsonArray parse(String json) {
        try {
            return new JsonArray(json);
        } catch (DecodeException garbage) {
            throw new IllegalArgumentException("Not the JSON of an event: " + json, garbage);
        }
    }

    void closed() {
        if (connected.get()) {
            onDisconnect.run();
        }
    }

    private final class Answering implements Answer {
        private final OptionalInt ack;

        Answering(OptionalInt ack) {
            this.ack = ack;
        }

        @Override
        public void give(@Nullable Object... arguments) {
            ack.ifPresent(id -> session.send(SocketPacket.ack(id, arguments).text()));
        }

        @Override
        public boolean isAwaited() {
            return ack.isPresent();
        }
    }
}
