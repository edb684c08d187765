package org.medianest.local.visit;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.medianest.local.place.Refusal;

/** The HTTP API through the gateway, as a browser speaks to it. */
public final class Api implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final Map<String, String> cookies = new TreeMap<>();

    public Api(int port) {
        base = "http://localhost:" + port;
    }

    /** What the browser would send: {@code name=value} of the session, mostly. */
    public String cookie() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    public String get(String path) throws IOException {
        return send(request(path).GET(), HttpResponse.BodyHandlers.ofString()).body();
    }

    public void download(String path, Path target) throws IOException {
        send(request(path).GET(), HttpResponse.BodyHandlers.ofFile(target));
    }

    public String post(String path, Json.Object body) throws IOException {
        return send("POST", path, body);
    }

    public String put(String path, Json.Object body) throws IOException {
        return send("PUT", path, body);
    }

    public String patch(String path, Json.Object body) throws IOException {
        return send("PATCH", path, body);
    }

    private String send(String method, String path, Json.Object body) throws IOException {
        return send(
                        request(path)
                                .header("Content-Type", "application/json")
                                .header("Origin", base)
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .method(method, HttpRequest.BodyPublishers.ofString(body.write())),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
        return cookies.isEmpty() ? request : request.header("Cookie", cookie());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler)
            throws IOException {
        try {
            HttpResponse<T> answer = client.send(request.build(), handler);
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            if (answer.statusCode() / 100 != 2) {
                throw new Refusal("%s %s answered %d: %s"
                        .formatted(
                                answer.request().method(),
                                answer.request().uri().getPath(),
                                answer.statusCode(),
                                answer.body()));
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private void keep(String setCookie) {
        HttpCookie.parse(setCookie).forEach(cookie -> {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        });
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
