package org.medianest.gateway.live;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.gateway.session.Sessions;

/** {@code /ws/v1/events}: the server speaks, the client listens. Who may open it was settled by {@link LiveDoor}. */
@WebSocket(path = LiveDoor.PATH)
public class EventSocket {
    private static final Logger LOG = Logger.getLogger(EventSocket.class);
    private static final TypedKey<LiveSocket> SOCKET = new TypedKey<>("socket");
    private static final TypedKey<Talk> TALK = new TypedKey<>("talk");

    private final LiveFeeds feeds;
    private final Sessions sessions;
    private final LiveConfig config;

    EventSocket(LiveFeeds feeds, Sessions sessions, LiveConfig config) {
        this.feeds = feeds;
        this.sessions = sessions;
        this.config = config;
    }

    @OnOpen
    public Uni<Void> open(WebSocketConnection connection) {
        connection.userData().put(TALK, new Talk(config.incomingPerSecond()));
        List<String> cookies = connection.handshakeRequest().headers(HttpHeaders.COOKIE.toString());
        Optional<String> key = sessions.key(cookies);
        if (key.isEmpty()) {
            return close(connection, Farewell.SESSION_ENDED);
        }
        return Uni.createFrom()
                .completionStage(() -> feeds.open(new ConnectionWire(connection), key.get(), since(connection))
                        .toCompletionStage())
                .chain(opened -> opened.map(socket -> keep(connection, socket))
                        .orElseGet(() -> close(connection, Farewell.SESSION_ENDED)))
                .onFailure()
                .recoverWithUni(away -> {
                    LOG.warnf("socket not opened cause=%s", away.getMessage());
                    return close(connection, Farewell.TRY_AGAIN);
                });
    }

    @OnTextMessage
    public Uni<Void> heard(String text, WebSocketConnection connection) {
        return heard(text.length(), connection);
    }

    @OnBinaryMessage
    public Uni<Void> heard(Buffer bytes, WebSocketConnection connection) {
        return heard(bytes.length(), connection);
    }

    @OnClose
    public void closed(WebSocketConnection connection) {
        LiveSocket socket = connection.userData().get(SOCKET);
        if (socket != null) {
            socket.closed();
        }
    }

    @OnError
    public Uni<Void> failed(Throwable cause, WebSocketConnection connection) {
        LOG.debugf("socket failed cause=%s", cause);
        closed(connection);
        // a message in many frames that is longer than the server takes ends up here
        return connection.isClosed() ? Uni.createFrom().voidItem() : close(connection, Farewell.TOO_LONG);
    }

    private Uni<Void> keep(WebSocketConnection connection, LiveSocket socket) {
        connection.userData().put(SOCKET, socket);
        if (connection.isClosed()) {
            socket.closed();
        }
        return Uni.createFrom().voidItem();
    }

    private static Uni<Void> heard(int length, WebSocketConnection connection) {
        Talk talk = connection.userData().get(TALK);
        return talk == null
                ? Uni.createFrom().voidItem()
                : talk.heard(length, System.nanoTime())
                        .map(farewell -> close(connection, farewell))
                        .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static Uni<Void> close(WebSocketConnection connection, Farewell farewell) {
        return connection.close(new CloseReason(farewell.code(), farewell.reason()));
    }

    private static Optional<String> since(WebSocketConnection connection) {
        String query = connection.handshakeRequest().query();
        if (query == null) {
            return Optional.empty();
        }
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith("since=")) {
                return Optional.of(pair.substring("since=".length()));
            }
        }
        return Optional.empty();
    }

    /** Counts what a client says within a second. Used by the connection's event loop only. */
    private static final class Talk {
        private static final long SECOND = 1_000_000_000L;

        private static final int LONGEST = 1024;

        private final int most;
        private long secondBegan;
        private int said;
        private boolean isOver;

        Talk(int most) {
            this.most = most;
        }

        /** How to part with it, once; what it had sent already is still coming in after that. */
        Optional<Farewell> heard(int length, long now) {
            if (now - secondBegan >= SECOND) {
                secondBegan = now;
                said = 0;
            }
            said++;
            if (isOver || (length <= LONGEST && said <= most)) {
                return Optional.empty();
            }
            isOver = true;
            return Optional.of(length > LONGEST ? Farewell.TOO_LONG : Farewell.TOO_TALKATIVE);
        }
    }

    private record ConnectionWire(WebSocketConnection connection) implements LiveSocket.Wire {
        @Override
        public void send(String text, Consumer<@Nullable Throwable> done) {
            connection.sendText(text).subscribe().with(sent -> done.accept(null), done);
        }

        @Override
        public void close(Farewell farewell) {
            EventSocket.close(connection, farewell)
                    .subscribe()
                    .with(closed -> {}, failure -> LOG.debugf("socket not closed cause=%s", failure.getMessage()));
        }
    }
}
