package org.medianest.homelab.kuma;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A WebSocket on which the frames of Uptime Kuma are spoken by hand. */
final class Frames implements AutoCloseable, WebSocket.Listener {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private final AtomicInteger acks = new AtomicInteger();
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;

    Frames(URI kuma) {
        this(kuma, "");
    }

    /** @param session the query's part that names a session which began by polling */
    Frames(URI kuma, String session) {
        URI url = URI.create("ws" + kuma.toString().substring(4) + "/socket.io/?EIO=4&transport=websocket" + session);
        socket = http.newWebSocketBuilder().buildAsync(url, this).join();
    }

    /** Says hello and waits for the hand-shake and for what is told at once. */
    Frames connect() {
        await(frame -> frame.startsWith("0{"));
        send("40");
        await(frame -> frame.startsWith("40{"));
        return this;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            received.add(part.toString());
            part.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    boolean isClosed() {
        return socket.isInputClosed();
    }

    void send(String frame) {
        socket.sendText(frame, true).join();
    }

    /** Emits an event and gives what its callback gets. */
    JsonObject ask(String event, Object... arguments) {
        int id = acks.getAndIncrement();
        JsonArray json = new JsonArray().add(event);
        for (Object argument : arguments) {
            json.add(argument);
        }
        send("42" + id + json.encode());
        String prefix = "43" + id + "[";
        await(frame -> frame.startsWith(prefix));
        return received.stream()
                .filter(frame -> frame.startsWith(prefix))
                .map(frame -> new JsonArray(frame.substring(prefix.length() - 1)).getJsonObject(0))
                .findFirst()
                .orElseThrow();
    }

    JsonObject login() {
        return ask(
                "login",
                new JsonObject()
                        .put("username", UptimeKuma.USERNAME)
                        .put("password", UptimeKuma.PASSWORD)
                        .put("token", ""));
    }

    List<String> frames() {
        return received;
    }

    /** All events of this name with their arguments, those that came until now. */
    List<JsonArray> events(String name) {
        return events().filter(event -> name.equals(event.getString(0))).toList();
    }

    List<String> eventNames() {
        return events().map(event -> event.getString(0)).toList();
    }

    private Stream<JsonArray> events() {
        return received.stream()
                .filter(frame -> frame.startsWith("42"))
                .map(frame -> new JsonArray(frame.substring(2)));
    }

    JsonArray awaitEvent(String name) {
        Awaitility.await().atMost(PATIENCE).until(() -> !events(name).isEmpty());
        return events(name).getFirst();
    }

    void await(Predicate<String> which) {
        Awaitility.await().atMost(PATIENCE).until(() -> received.stream().anyMatch(which));
    }

    @Override
    public void close() {
        socket.abort();
        http.close();
    }
}
