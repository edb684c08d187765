package org.medianest.local.visit;

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
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.medianest.local.place.Refusal;
import org.medianest.local.process.Pause;

/** A site with one film, made by ffmpeg, at the speed of a good line. */
public final class VideoServer implements AutoCloseable {
    public static final long BYTES_A_SECOND = 16L << 20;
    private static final int CHUNK = 64 << 10;

    private final Path film;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @param length of the film in seconds, each of which has some four MiB */
    public VideoServer(Path folder, int length) throws IOException {
        film = make(folder.resolve("film.mp4"), length);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/film.mp4", this::serve);
        server.start();
    }

    public String url() {
        return "http://" + address() + "/film.mp4";
    }

    public String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    public long size() throws IOException {
        return Files.size(film);
    }

    /** Noise does not compress, which makes a large film in little time. */
    private static Path make(Path film, int length) throws IOException {
        Process process = new ProcessBuilder(
                        "ffmpeg",
                        "-v",
                        "error",
                        "-y",
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=size=1280x720:rate=25,noise=alls=40:allf=t",
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=frequency=440",
                        "-t",
                        Integer.toString(length),
                        "-c:v",
                        "mpeg4",
                        "-b:v",
                        "30M",
                        "-c:a",
                        "aac",
                        "-movflags",
                        "+faststart",
                        film.toString())
                .inheritIO()
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new Refusal("ffmpeg could not make the film for the measurement.");
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
        return film;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "video/mp4");
            exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
            long from = start(exchange.getRequestHeaders().getFirst("Range"));
            long length = size() - from;
            if (from > 0) {
                exchange.getResponseHeaders()
                        .set("Content-Range", "bytes %d-%d/%d".formatted(from, size() - 1, size()));
            }
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(from > 0 ? 206 : 200, head ? -1 : length);
            if (!head) {
                send(from, exchange.getResponseBody());
            }
        }
    }

    private static long start(@org.jspecify.annotations.Nullable String range) {
        return range != null && range.matches("bytes=\\d{1,18}-\\d*")
                ? Long.parseLong(range.substring("bytes=".length(), range.indexOf('-')))
                : 0;
    }

    private void send(long from, OutputStream out) throws IOException {
        long begin = System.nanoTime();
        try (InputStream in = Files.newInputStream(film)) {
            in.skipNBytes(from);
            byte[] chunk = new byte[CHUNK];
            long sent = 0;
            for (int read = in.read(chunk); read > 0; read = in.read(chunk)) {
                out.write(chunk, 0, read);
                sent += read;
                long due = begin + sent * 1_000_000_000L / BYTES_A_SECOND;
                Pause.of(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
            }
        }
    }

    /** What a MediaNest must be told before it takes a film from this machine. */
    public Map<String, String> settings() {
        return Map.of("MEDIANEST_DOWNLOADS_EXTRACTORS", "generic", "MEDIANEST_DOWNLOADS_ALLOWED_ADDRESSES", address());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
