package org.medianest.downloads.egress;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/** A site on the loopback that answers as its path says, and remembers who came. */
final class SmallSite implements AutoCloseable {
    private static final byte[] PIECE = "x".repeat(65_536).getBytes(StandardCharsets.US_ASCII);

    private final ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    SmallSite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Method and path of each request. */
    List<String> seen() {
        return List.copyOf(seen);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            String path = exchange.getRequestURI().getPath();
            if (path.startsWith("/bytes/")) {
                pour(exchange, Long.parseLong(path.substring("/bytes/".length())));
            } else if (path.equals("/cut")) {
                exchange.sendResponseHeaders(200, 1_000);
                exchange.getResponseBody().write(new byte[100]);
                exchange.getResponseBody().flush();
            } else if (path.equals("/to-inner")) {
                exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/secret");
                exchange.sendResponseHeaders(302, -1);
            } else if (path.equals("/host")) {
                say(exchange, exchange.getRequestHeaders().getFirst("Host"));
            } else {
                say(exchange, exchange.getRequestHeaders().toString());
            }
        } catch (IOException readerGone) {
            // as it may
        }
    }

    private static void pour(HttpExchange exchange, long count) throws IOException {
        exchange.sendResponseHeaders(200, count);
        for (long left = count; left > 0; left -= PIECE.length) {
            exchange.getResponseBody().write(PIECE, 0, (int) Math.min(left, PIECE.length));
        }
    }

    private static void say(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }
}
