package org.medianest.media.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.medianest.media.system.Connection;
import org.medianest.media.system.Secret;
import org.medianest.media.system.SystemKind;

/** A system that says what a test has it say, for what a stand-in of the whole would hardly ever say. */
public final class ScriptedSystem implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Function<Asked, Said>> script = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    public ScriptedSystem() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** What it was asked. */
    public record Asked(String what, Map<String, String> query, String body, Map<String, String> headers) {
        public JsonObject json() {
            return new JsonObject(body);
        }

        /** A parameter of the query, empty if it is not there. */
        public String param(String name) {
            return query.getOrDefault(name, "");
        }
    }

    /** What it says to that. */
    public record Said(int status, String body) {}

    /**
     * Says the same each time.
     *
     * @param what method and path, as {@code GET /api/v3/movie}
     */
    public ScriptedSystem says(String what, int status, String body) {
        return answers(what, asked -> new Said(status, body));
    }

    public ScriptedSystem answers(String what, Function<Asked, Said> answer) {
        script.put(what, answer);
        return this;
    }

    public List<Asked> asked(String what) {
        return asked.stream().filter(one -> one.what().equals(what)).toList();
    }

    public Connection connection(SystemKind kind, JsonObject options) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new Connection(kind, url, new Secret("key"), options);
    }

    private void handle(HttpExchange exchange) throws IOException {
        Asked one = new Asked(
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath(),
                query(exchange.getRequestURI().getRawQuery()),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                exchange.getRequestHeaders().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().getFirst())));
        asked.add(one);
        Said said = script.getOrDefault(one.what(), unknown -> new Said(404, "{\"message\":\"NotFound\"}"))
                .apply(one);
        byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(said.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Map<String, String> query(String raw) {
        return raw == null
                ? Map.of()
                : Arrays.stream(raw.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(
                                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
