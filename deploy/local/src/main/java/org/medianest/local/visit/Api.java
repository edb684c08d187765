package org.medianest.local.visit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.medianest.local.place.Refusal;

/** The HTTP API through the gateway, as a browser speaks to it. */
public final class Api implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private String cookie = "";

    public Api(int port) {
        base = "http://localhost:" + port;
    }

    /** {@code name=value} of the session. */
    public String cookie() {
        return cookie;
    }

    public String get(String path) throws IOException {
        return send(request(path).GET(), HttpResponse.BodyHandlers.ofString()).body();
    }

    public void download(String path, Path target) throws IOException {
        send(request(path).GET(), HttpResponse.BodyHandlers.ofFile(target));
    }

    public String post(String path, Json.Object body) throws IOException {
        HttpResponse<String> answer = send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Origin", base)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(body.write())),
                HttpResponse.BodyHandlers.ofString());
        answer.headers().firstValue("Set-Cookie").ifPresent(value -> cookie = value.substring(0, value.indexOf(';')));
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler)
            throws IOException {
        try {
            HttpResponse<T> answer = client.send(request.build(), handler);
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

    @Override
    public void close() {
        client.shutdownNow();
    }
}
