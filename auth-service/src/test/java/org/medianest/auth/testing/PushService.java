package org.medianest.auth.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The push service of a browser's maker, on the loopback: takes what it is given and can say no. */
public final class PushService implements AutoCloseable {
    private final HttpServer server;
    private final List<Pushed> pushed = new CopyOnWriteArrayList<>();
    private volatile int status = 201;

    /** A message that came. */
    public record Pushed(String path, Map<String, List<String>> headers, byte[] body) {
        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    PushService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.createContext("/", this::take);
        server.start();
    }

    Map<String, String> settings() {
        return Map.of("medianest.push.allowed-addresses", "127.0.0.1:" + port());
    }

    private int port() {
        return server.getAddress().getPort();
    }

    /** Where a browser can be told something. */
    public String endpoint(String name) {
        return "http://127.0.0.1:" + port() + "/" + name;
    }

    public void answers(int newStatus) {
        status = newStatus;
    }

    /** What came for a browser, in the order in which it came; whatever it was answered. */
    public List<Pushed> pushedTo(String name) {
        return pushed.stream().filter(one -> one.path().equals("/" + name)).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            pushed.add(new Pushed(exchange.getRequestURI().getPath(), Map.copyOf(exchange.getRequestHeaders()), body));
            exchange.sendResponseHeaders(status, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
