package org.medianest.compose.rollout;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.medianest.local.process.Pause;
import org.medianest.local.visit.Json;

/** An open page: listens to the live feed, and comes again when it is closed, asking for what it missed. */
final class Watcher implements AutoCloseable {
    private static final Duration AWAY = Duration.ofMillis(250);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final String origin;
    private final String cookie;
    private final Set<String> heard = ConcurrentHashMap.newKeySet();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger resyncs = new AtomicInteger();
    private volatile @Nullable String cursor;
    private volatile boolean isOver;
    private final Thread thread;

    Watcher(String base, String cookie) {
        this.address = URI.create(base.replaceFirst("^http", "ws") + "/ws/v1/events");
        this.origin = base;
        this.cookie = cookie;
        this.thread = Thread.ofVirtual().start(this::watch);
    }

    /** Each message that came, as {@code type subject}. */
    boolean hasHeard(String type, String subject) {
        return heard.contains(type + " " + subject);
    }

    int opened() {
        return opened.get();
    }

    /** How often it was told that it had missed too much. */
    int resyncs() {
        return resyncs.get();
    }

    private void watch() {
        while (!isOver) {
            CountDownLatch closed = new CountDownLatch(1);
            String since = cursor;
            try {
                WebSocket socket = client.newWebSocketBuilder()
                        .header("Cookie", cookie)
                        .header("Origin", origin)
                        .buildAsync(since == null ? address : URI.create(address + "?since=" + since), new Ear(closed))
                        .join();
                opened.incrementAndGet();
                closed.await();
                socket.abort();
            } catch (CompletionException notNow) {
                // as a page does, it tries again
            } catch (InterruptedException over) {
                return;
            }
            Pause.of(AWAY);
        }
    }

    private void message(String text) {
        String type = Json.text(text, "type").orElse("");
        switch (type) {
            case "hello" -> {
                if (cursor == null) {
                    cursor = Json.text(text, "id").orElse(null);
                }
            }
            case "resync" -> resyncs.incrementAndGet();
            default -> {
                heard.add(type + " " + Json.text(text, "subject").orElse(""));
                cursor = Json.text(text, "id").orElse(cursor);
            }
        }
    }

    private final class Ear implements WebSocket.Listener {
        private final CountDownLatch closed;
        private final StringBuilder text = new StringBuilder();

        private Ear(CountDownLatch closed) {
            this.closed = closed;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                message(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.countDown();
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable broken) {
            closed.countDown();
        }
    }

    @Override
    public void close() {
        isOver = true;
        thread.interrupt();
        client.shutdownNow();
    }
}
