package org.medianest.downloads.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A site with videos, that can be slow, break off, fail, hang and lead astray, and beside it a site of the inner network that nobody
 * may reach. What they do is said by the path:
 *
 * <ul>
 *   <li>{@code /v.mp4} the video; {@code /slow/<bytes a second>/v.mp4} the same, slowly; {@code /cut/v.mp4} breaks off
 *       after a third, wherever it was asked to begin
 *   <li>{@code /stall/v.mp4} stops in the middle; {@code /hang/v.mp4} never answers
 *   <li>{@code /status/<code>/v.mp4}; {@code /flaky/<times>/<key>/v.mp4} fails so often;
 *       {@code /second-fails/<key>/v.mp4} fails the second time
 *   <li>{@code /page?title=…&video=…} a page that describes a video; {@code /list} a page with two
 *   <li>{@code /to?url=…} redirects; {@code /hls?segment=…} a manifest
 *   <li>{@code /named?file=…} the video under another name
 * </ul>
 */
public final class MediaServer implements QuarkusTestResourceLifecycleManager {
    private static final String PORT = "medianest.test.media.port";
    private static final String LOG = "/log-of-requests";
    private static final String INNER_PORT = "medianest.test.media.inner.port";

    private final Queue<String> hits = new ConcurrentLinkedQueue<>();
    private final Map<String, AtomicInteger> counters = new ConcurrentHashMap<>();
    private final List<HttpServer> servers = new ArrayList<>();
    private VideoServed video = new VideoServed(new byte[0]);
    private byte[] picture = {};

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("media");
            video = new VideoServed(Files.readAllBytes(TestMedia.video(folder, 10)));
            picture = Files.readAllBytes(TestMedia.picture(folder));
            // not fields: Quarkus loads test classes more than once, and there is one server
            System.setProperty(PORT, String.valueOf(serve(this::answer)));
            System.setProperty(INNER_PORT, String.valueOf(serve(this::secret)));
            return Map.of("medianest.downloads.allowed-addresses", "127.0.0.1:" + System.getProperty(PORT));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The address of something on the site. */
    public static String url(String path) {
        return "http://127.0.0.1:" + System.getProperty(PORT) + path;
    }

    /** The address of something on the inner site. */
    public static String innerUrl(String path) {
        return "http://127.0.0.1:" + System.getProperty(INNER_PORT) + path;
    }

    /** The requests so far that had this in their path: {@code GET /v.mp4 bytes=0-}. */
    public static List<String> hits(String part) {
        return all().stream().filter(hit -> hit.contains(part)).toList();
    }

    /** The requests that the inner site has seen. There must be none, ever. */
    public static List<String> innerHits() {
        return hits("INNER");
    }

    private static List<String> all() {
        try (InputStream log = URI.create(url(LOG)).toURL().openStream()) {
            return new String(log.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void stop() {
        video.end();
        servers.forEach(server -> server.stop(0));
    }

    private int serve(HttpHandler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                handler.handle(exchange);
            }
        });
        server.start();
        servers.add(server);
        return server.getAddress().getPort();
    }

    private void secret(HttpExchange exchange) throws IOException {
        hits.add("INNER " + exchange.getRequestURI());
        send(exchange, 200, "text/plain", "INTERNAL-SECRET-TOKEN".getBytes(StandardCharsets.UTF_8));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String range = exchange.getRequestHeaders().getFirst("Range");
        if (path.equals(LOG)) {
            send(exchange, 200, "text/plain", String.join("\n", hits).getBytes(StandardCharsets.UTF_8));
            return;
        }
        hits.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + (range == null ? "" : " " + range));
        String[] parts = path.substring(1).split("/");
        Map<String, String> query = query(exchange);
        switch (parts[0]) {
            case "v.mp4" -> video.whole(exchange);
            case "slow" -> video.slowly(exchange, Long.parseLong(parts[1]));
            case "cut" -> video.cut(exchange);
            case "stall" -> video.stalled(exchange);
            case "hang" -> video.never();
            case "status" ->
                send(exchange, Integer.parseInt(parts[1]), "text/plain", "no".getBytes(StandardCharsets.UTF_8));
            case "flaky" -> {
                if (count(parts[2]) <= Integer.parseInt(parts[1])) {
                    send(exchange, 503, "text/plain", "later".getBytes(StandardCharsets.UTF_8));
                } else {
                    video.whole(exchange);
                }
            }
            case "second-fails" -> {
                if (count(parts[1]) == 2) {
                    send(exchange, 404, "text/plain", "not now".getBytes(StandardCharsets.UTF_8));
                } else {
                    video.whole(exchange);
                }
            }
            case "page" -> send(exchange, 200, "text/html; charset=utf-8", page(query));
            case "list" ->
                send(
                        exchange,
                        200,
                        "text/html",
                        "<video src='/v.mp4'></video><video src='/v.mp4?2'></video>".getBytes(StandardCharsets.UTF_8));
            case "to" -> redirect(exchange, query.getOrDefault("url", "/"));
            case "hls" ->
                send(exchange, 200, "application/vnd.apple.mpegurl", manifest(query.getOrDefault("segment", "")));
            case "named" -> {
                exchange.getResponseHeaders()
                        .add("Content-Disposition", "attachment; filename=" + query.getOrDefault("file", "v.mp4"));
                video.whole(exchange);
            }
            case "thumb.png" -> send(exchange, 200, "image/png", picture);
            default -> send(exchange, 404, "text/plain", "no".getBytes(StandardCharsets.UTF_8));
        }
    }

    private int count(String key) {
        return counters.computeIfAbsent(key, none -> new AtomicInteger()).incrementAndGet();
    }

    private static byte[] page(Map<String, String> query) {
        return """
                <!doctype html><html><head><title>Page</title><script type="application/ld+json">
                {"@context": "https://schema.org", "@type": "VideoObject", "name": "%s", "description": "d",
                 "thumbnailUrl": "%s", "uploadDate": "2024-05-06", "duration": "PT%sS", "contentUrl": "%s",
                 "author": {"@type": "Person", "name": "%s"}}
                </script></head><body></body></html>
                """.formatted(
                        escaped(query.getOrDefault("title", "A video")),
                        absolute(query.getOrDefault("thumb", "/thumb.png")),
                        query.getOrDefault("seconds", "10"),
                        absolute(query.getOrDefault("video", "/v.mp4")),
                        escaped(query.getOrDefault("author", "Some One")))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
    }

    private static byte[] manifest(String segment) {
        return ("#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:10,\n" + segment
                        + "\n#EXT-X-ENDLIST\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().add("Location", to);
        exchange.sendResponseHeaders(302, -1);
    }

    private static String absolute(String address) {
        return address.startsWith("/") ? url(address) : address;
    }

    private static Map<String, String> query(HttpExchange exchange) {
        String raw = exchange.getRequestURI().getRawQuery();
        return raw == null
                ? Map.of()
                : Arrays.stream(raw.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .filter(pair -> pair.length == 2)
                        .collect(Collectors.toMap(
                                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, exchange.getRequestMethod().equals("HEAD") ? -1 : body.length);
        if (!exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseBody().write(body);
        }
    }
}
