package org.medianest.gateway.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A service behind the gateway. The last part of the path says how it behaves: {@code hang}, {@code close}, {@code cut}, {@code stump},
 * {@code chunks}, {@code film}, {@code shown}, {@code unchanged}, {@code liar}; anything else echoes what arrived.
 */
final class FakeService {
    private static final ObjectMapper JSON = new JsonMapper();
    private static final int FILM_BYTES = 50 * 1024 * 1024;

    private final HttpServer server;
    private final Map<String, AtomicInteger> exchanges = new ConcurrentHashMap<>();
    private final CountDownLatch end = new CountDownLatch(1);
    /** Bytes of the latest film that the network has taken. */
    private final AtomicLong shown = new AtomicLong();

    private FakeService(HttpServer server) {
        this.server = server;
    }

    static FakeService start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 128);
        FakeService service = new FakeService(server);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", service::handle);
        server.start();
        return service;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void stop() {
        end.countDown();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "tokens" -> grant(exchange);
            case "exchanges" -> count(exchange);
            case "hang" -> hang(exchange);
            case "close" -> exchange.close();
            case "cut" -> cut(exchange, 1_000_000);
            case "stump" -> cut(exchange, 2_000);
            case "chunks" -> chunks(exchange);
            case "film" -> film(exchange);
            case "shown" -> answer(exchange, 200, String.valueOf(shown.get()));
            case "unchanged" -> unchanged(exchange);
            case "liar" -> liar(exchange);
            default -> echo(exchange);
        }
    }

    private void grant(HttpExchange exchange) throws IOException {
        String session = exchange.getRequestHeaders().getFirst("X-Session");
        exchanges.computeIfAbsent(session, any -> new AtomicInteger()).incrementAndGet();
        if (session.startsWith("slow")) {
            linger(Duration.ofMillis(300));
        }
        if (session.startsWith("ended")) {
            answer(exchange, 401, "{}");
        } else if (session.startsWith("broken")) {
            answer(exchange, 500, "{}");
        } else {
            answer(
                    exchange,
                    200,
                    json(Map.of(
                            "token",
                            "token-of-" + session,
                            "expiresAt",
                            Instant.now().plus(Duration.ofMinutes(5)).toString(),
                            "userId",
                            "unused",
                            "permissions",
                            List.of("downloads:create"))));
        }
    }

    private void count(HttpExchange exchange) throws IOException {
        AtomicInteger asked = exchanges.get(exchange.getRequestURI().getQuery());
        answer(exchange, 200, String.valueOf(asked == null ? 0 : asked.get()));
    }

    private void hang(HttpExchange exchange) {
        linger(Duration.ofSeconds(30));
        exchange.close();
    }

    /** Does nothing for so long, or until the service is stopped. */
    private void linger(Duration time) {
        try {
            end.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void cut(HttpExchange exchange, int announced) throws IOException {
        exchange.sendResponseHeaders(200, announced);
        exchange.getResponseBody().write(new byte[1000]);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    /** An answer whose length nobody knows before its end. */
    private static void chunks(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (String part : new String[] {"one ", "two ", "three"}) {
                out.write(part.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        }
    }

    private void film(HttpExchange exchange) throws IOException {
        shown.set(0);
        String range = exchange.getRequestHeaders().getFirst("Range");
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-.*", "$1"));
        int length = FILM_BYTES - from;
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "video/mp4");
        headers.set("Accept-Ranges", "bytes");
        headers.set("ETag", "\"film\"");
        if (range != null) {
            headers.set("Content-Range", "bytes " + from + "-" + (FILM_BYTES - 1) + "/" + FILM_BYTES);
        }
        if ("HEAD".equals(exchange.getRequestMethod())) {
            headers.set("Content-Length", String.valueOf(length));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
            return;
        }
        exchange.sendResponseHeaders(range == null ? 200 : 206, length);
        byte[] block = new byte[64 * 1024];
        try (OutputStream out = exchange.getResponseBody()) {
            for (int left = length; left > 0; left -= block.length) {
                out.write(block, 0, Math.min(left, block.length));
                shown.addAndGet(Math.min(left, block.length));
            }
        }
    }

    private static void unchanged(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("ETag", "\"same\"");
        exchange.sendResponseHeaders(304, -1);
        exchange.close();
    }

    /** Says what only the gateway may say. */
    private static void liar(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Server", "nginx/0.1");
        headers.set("X-Powered-By", "PHP");
        headers.set("Set-Cookie", "planted=1");
        headers.set("Referrer-Policy", "unsafe-url");
        headers.set("Content-Security-Policy", "sandbox");
        headers.set("X-Accel-Redirect", "/protected-files/ada/film.mp4");
        headers.set("X-Accel-Limit-Rate", "1");
        answer(exchange, 200, "{}");
    }

    private static void echo(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join("|", values)));
        byte[] body = exchange.getRequestBody().readAllBytes();
        answer(
                exchange,
                200,
                json(Map.of(
                        "method",
                        exchange.getRequestMethod(),
                        "uri",
                        exchange.getRequestURI().toString(),
                        "body",
                        new String(body, StandardCharsets.UTF_8),
                        "headers",
                        headers)));
    }

    private static String json(Map<String, Object> fields) throws IOException {
        return JSON.writeValueAsString(fields);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
