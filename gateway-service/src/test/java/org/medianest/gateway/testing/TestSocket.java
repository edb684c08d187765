package org.medianest.gateway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A browser's end of the live feed. */
public final class TestSocket implements AutoCloseable, WebSocket.Listener {
    private static final long PATIENCE_SECONDS = 5;

    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private @Nullable WebSocket socket;

    private TestSocket() {}

    public static TestSocket open(int port, Person person, @Nullable String since) throws Exception {
        TestSocket test = new TestSocket();
        URI uri = URI.create("ws://127.0.0.1:" + port + "/ws/v1/events" + (since == null ? "" : "?since=" + since));
        test.socket = test.client
                .newWebSocketBuilder()
                .header("Cookie", person.cookie())
                .header("Origin", "http://127.0.0.1:" + port)
                .buildAsync(uri, test)
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return test;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            frames.add(part.toString());
            part.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int status, String reason) {
        closed.complete(status);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.completeExceptionally(error);
    }

    /** The next frame. */
    public String next() throws InterruptedException {
        String frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(frame).as("a frame within %s s", PATIENCE_SECONDS).isNotNull();
        return String.valueOf(frame);
    }

    /** Whether nothing comes for a moment. */
    public boolean isSilent() throws InterruptedException {
        return frames.poll(200, TimeUnit.MILLISECONDS) == null;
    }

    /** Throws away what comes within a moment, and says how much it was. */
    public int drain() throws InterruptedException {
        int drained = 0;
        while (!isSilent()) {
            drained++;
        }
        return drained;
    }

    /** Says it, and waits until it is on its way: a client that is not done with one message refuses the next. */
    public void say(String text) {
        open().sendText(text, true)
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .exceptionally(cutOff -> open())
                .join();
    }

    public int closedWith(Duration patience) throws Exception {
        try {
            return closed.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException broken) {
            throw new AssertionError("broken without a close frame", broken.getCause());
        }
    }

    /** Whether the connection ends, in whatever way. */
    public boolean isCut(Duration patience) throws Exception {
        try {
            closed.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException broken) {
            return true;
        } catch (TimeoutException alive) {
            return false;
        }
    }

    @Override
    public void close() {
        open().abort();
        client.shutdownNow();
    }

    private WebSocket open() {
        WebSocket open = socket;
        if (open == null) {
            throw new IllegalStateException("not open");
        }
        return open;
    }
}
