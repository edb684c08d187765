package org.medianest.gateway.uptimekuma;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the socket of an Uptime Kuma: socket.io 4, which is text frames of {@link Packet}s on a WebSocket. Everything here
 * happens on the event loop of the socket.
 */
final class KumaLine {
    static final int LARGEST_MESSAGE = 4 * 1024 * 1024;

    private final Vertx vertx;
    private final WebSocket socket;
    private final long patienceMillis;
    private final BiConsumer<String, JsonNode> onEvent;
    private final Map<Integer, Promise<JsonNode>> calls = new HashMap<>();
    private final Promise<KumaLine> opened = Promise.promise();
    private final Promise<Void> ended = Promise.promise();
    private int lastCall = -1;
    private long silenceMillis;
    private @Nullable Long watchdog;

    private KumaLine(Vertx vertx, WebSocket socket, Duration patience, BiConsumer<String, JsonNode> onEvent) {
        this.vertx = vertx;
        this.socket = socket;
        this.patienceMillis = patience.toMillis();
        this.onEvent = onEvent;
    }

    /**
     * @param patience how long each answer may take
     * @param onEvent hears every event, also those that come before anybody is signed in
     */
    static Future<KumaLine> open(
            Vertx vertx, WebSocketClient client, URI url, Duration patience, BiConsumer<String, JsonNode> onEvent) {
        return client.connect(options(url, patience))
                .compose(socket -> new KumaLine(vertx, socket, patience, onEvent).begin());
    }

    private static WebSocketConnectOptions options(URI url, Duration patience) {
        boolean tls = "https".equals(url.getScheme());
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        String folder = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return new WebSocketConnectOptions()
                .setHost(url.getHost())
                .setPort(url.getPort() > 0 ? url.getPort() : tls ? 443 : 80)
                .setSsl(tls)
                .setURI(folder + "/socket.io/?EIO=4&transport=websocket")
                // we are no page of a browser, and no site of another
                .setAllowOriginHeader(false)
                .setTimeout(patience.toMillis());
    }

    private Future<KumaLine> begin() {
        socket.textMessageHandler(this::take);
        socket.exceptionHandler(this::end);
        socket.closeHandler(closed -> end(new KumaWords.Lost("closed")));
        return opened.future().timeout(patienceMillis, TimeUnit.MILLISECONDS).onFailure(this::end);
    }

    /** Fails when the line ends, whoever ends it. */
    Future<Void> ended() {
        return ended.future();
    }

    /** Says something that is answered; the answer is the array of the acknowledgement. */
    Future<JsonNode> call(String name, Object argument) {
        int id = ++lastCall;
        Promise<JsonNode> answer = Promise.promise();
        calls.put(id, answer);
        return socket.writeTextMessage(Packet.call(id, name, argument))
                .compose(sent -> answer.future())
                .timeout(patienceMillis, TimeUnit.MILLISECONDS)
                .onComplete(done -> calls.remove(id));
    }

    void close() {
        end(new KumaWords.Lost("left"));
    }

    private void take(String frame) {
        try {
            take(Packet.read(frame));
        } catch (RuntimeException garbage) {
            end(garbage);
        }
    }

    private void take(Packet packet) {
        watch();
        switch (packet) {
            case Packet.Open open -> {
                silenceMillis = open.pingMillis() + open.patienceMillis();
                say(Packet.CONNECT);
            }
            case Packet.Ping ping -> say(Packet.PONG);
            case Packet.Connected connected -> opened.tryComplete(this);
            case Packet.Ended over -> end(new KumaWords.Lost(over.why()));
            case Packet.Event(String name, JsonNode arguments) -> onEvent.accept(name, arguments);
            case Packet.Ack(int id, JsonNode arguments) -> {
                Promise<JsonNode> call = calls.get(id);
                if (call != null) {
                    call.tryComplete(arguments);
                }
            }
            case Packet.Other other -> {}
        }
    }

    private void say(String packet) {
        socket.writeTextMessage(packet).onFailure(this::end);
    }

    /** A connection that has died without a word is noticed by its silence. */
    private void watch() {
        if (watchdog != null) {
            vertx.cancelTimer(watchdog);
        }
        if (silenceMillis > 0 && !ended.future().isComplete()) {
            watchdog = vertx.setTimer(silenceMillis, id -> end(new KumaWords.Lost("silent")));
        }
    }

    private void end(Throwable why) {
        if (!ended.tryFail(why)) {
            return;
        }
        opened.tryFail(why);
        if (watchdog != null) {
            vertx.cancelTimer(watchdog);
        }
        calls.values().forEach(call -> call.tryFail(why));
        socket.close();
    }
}
