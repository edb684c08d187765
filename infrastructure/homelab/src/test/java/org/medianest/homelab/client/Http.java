package org.medianest.homelab.client;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Speaks with one system as a client that always sends the same headers. */
public record Http(URI base, Map<String, String> headers) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public Http {
        headers = Map.copyOf(headers);
    }

    /** An answer. */
    public record Answer(int status, String body, HttpResponse<String> response) {
        public JsonObject object() {
            return new JsonObject(body);
        }

        public JsonArray array() {
            return new JsonArray(body);
        }

        /** The objects in an array. */
        public List<JsonObject> objects() {
            JsonArray array = array();
            return IntStream.range(0, array.size())
                    .mapToObj(array::getJsonObject)
                    .toList();
        }
    }

    public Http with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Http(base, more);
    }

    public Http without(String name) {
        Map<String, String> fewer = new HashMap<>(headers);
        fewer.remove(name);
        return new Http(base, fewer);
    }

    public Answer get(String path) {
        return send("GET", path, "");
    }

    public Answer delete(String path) {
        return send("DELETE", path, "");
    }

    public Answer post(String path, JsonObject body) {
        return send("POST", path, body.encode());
    }

    public Answer put(String path, JsonObject body) {
        return send("PUT", path, body.encode());
    }

    public Answer send(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
