package org.medianest.homelab.fault;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.medianest.homelab.system.Messages;

/** What becomes of the messages of one WebSocket that was opened while something was wrong. */
final class SpoiltMessages {
    private static final int DRIP = 16;

    private SpoiltMessages() {}

    /** Empty when the fault is not about what is said. */
    static Optional<Messages> by(Fault fault, Vertx vertx) {
        return switch (fault) {
            case Fault.Truncated() -> Optional.of(SpoiltMessages::truncate);
            case Fault.Garbage() -> Optional.of((socket, text) -> socket.writeTextMessage("}]\u0000 <html>"));
            case Fault.WrongTypes() -> Optional.of((socket, text) -> socket.writeTextMessage(wrongTypes(text)));
            case Fault.SlowDrip(Duration pause) -> Optional.of(new Dripping(vertx, pause));
            default -> Optional.empty();
        };
    }

    private static void truncate(ServerWebSocket socket, String text) {
        socket.writeFrame(WebSocketFrame.textFrame(text.substring(0, text.length() / 2), false))
                .onComplete(written -> socket.close());
    }

    /** Before the JSON stands what kind of packet it is. */
    private static String wrongTypes(String text) {
        int object = text.indexOf('{');
        int array = text.indexOf('[');
        int begin = object < 0 || array >= 0 && array < object ? array : object;
        return begin < 0
                ? text
                : text.substring(0, begin) + WrongTypes.in("json", Buffer.buffer(text.substring(begin)));
    }

    /** In small pieces; a message begins when the one before is whole. */
    private static final class Dripping implements Messages {
        private final Queue<String> waiting = new ArrayDeque<>();
        private final Vertx vertx;
        private final long pauseMillis;
        private boolean isBusy;

        private Dripping(Vertx vertx, Duration pause) {
            this.vertx = vertx;
            this.pauseMillis = Math.max(1, pause.toMillis());
        }

        @Override
        public synchronized void send(ServerWebSocket socket, String text) {
            waiting.add(text);
            if (!isBusy) {
                next(socket);
            }
        }

        private synchronized void next(ServerWebSocket socket) {
            String text = waiting.poll();
            isBusy = text != null;
            if (text != null) {
                drip(socket, text, 0);
            }
        }

        private void drip(ServerWebSocket socket, String text, int from) {
            if (socket.isClosed()) {
                return;
            }
            int to = Math.min(text.length(), from + DRIP);
            boolean isLast = to == text.length();
            String piece = text.substring(from, to);
            socket.writeFrame(
                    from == 0
                            ? WebSocketFrame.textFrame(piece, isLast)
                            : WebSocketFrame.continuationFrame(Buffer.buffer(piece), isLast));
            vertx.setTimer(pauseMillis, id -> {
                if (isLast) {
                    next(socket);
                } else {
                    drip(socket, text, to);
                }
            });
        }
    }
}
