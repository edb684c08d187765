package org.medianest.compose.rollout;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.medianest.local.process.Pause;
import org.medianest.local.visit.VideoServer;

/** A site with one film, of which all but the beginning is slow until it is told to hurry; it knows whether it was asked for the rest. */
final class SlowSite implements AutoCloseable {
    private static final int CHUNK = 16 << 10;
    private static final Duration SLOWNESS = Duration.ofMillis(500);
    private static final Duration REFUSAL = Duration.ofSeconds(3);

    private final Path film;
    private final HttpServer server;
    private final AtomicLong furthestBegin = new AtomicLong();
    private volatile boolean hurries;

    SlowSite(Path folder) throws IOException {
        new VideoServer(folder, 1).close(); // it makes the film
        film = folder.resolve("film.mp4");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/film.mp4", this::serve);
        server.createContext("/", SlowSite::refuse);
        server.start();
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    Map<String, String> settings() {
        return Map.of("MEDIANEST_DOWNLOADS_EXTRACTORS", "generic", "MEDIANEST_DOWNLOADS_ALLOWED_ADDRESSES", address());
    }

    void hurry() {
        hurries = true;
    }

    String film() {
        return "http://" + address() + "/film.mp4";
    }

    /** A link behind which is nothing; to find that out takes a worker a while, and no work. */
    String nothing(int number) {
        return "http://" + address() + "/nothing-" + number + ".mp4";
    }

    /** Where the last part of the film began that somebody asked for: behind 0 they had the beginning. */
    long furthestBegin() {
        return furthestBegin.get();
    }

    private static void refuse(HttpExchange exchange) throws IOException {
        try (exchange) {
            Pause.of(REFUSAL);
            exchange.sendResponseHeaders(404, -1);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            long size = Files.size(film);
            long from = begin(exchange.getRequestHeaders().getFirst("Range"));
            furthestBegin.accumulateAndGet(from, Math::max);
            exchange.getResponseHeaders().set("Content-Type", "video/mp4");
            exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
            if (from > 0) {
                exchange.getResponseHeaders().set("Content-Range", "bytes %d-%d/%d".formatted(from, size - 1, size));
            }
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(from > 0 ? 206 : 200, head ? -1 : size - from);
            if (!head) {
                send(from, exchange.getResponseBody());
            }
        }
    }

    private void send(long from, OutputStream out) throws IOException {
        long beginning = Files.size(film) / 4;
        long sent = from;
        try (InputStream in = Files.newInputStream(film)) {
            in.skipNBytes(from);
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read > 0; read = in.read(chunk)) {
                out.write(chunk, 0, read);
                out.flush();
                sent += read;
                if (sent > beginning && !hurries) {
                    Pause.of(SLOWNESS);
                }
            }
        }
    }

    private static long begin(@Nullable String range) {
        return range != null && range.matches("bytes=\\d{1,18}-\\d*")
                ? Long.parseLong(range.substring("bytes=".length(), range.indexOf('-')))
                : 0;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
