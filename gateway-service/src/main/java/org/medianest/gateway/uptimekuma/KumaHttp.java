package org.medianest.gateway.uptimekuma;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.concurrent.EventLoop;

/** Asks an Uptime Kuma over HTTP: no redirects, not for long, and not for more than it can sensibly have to say. */
final class KumaHttp {
    private static final int LARGEST_ANSWER = 4 * 1024 * 1024;

    private final Vertx vertx;
    private final HttpClient client;
    private final URI url;
    private final Duration patience;

    KumaHttp(Vertx vertx, URI url, Duration patience) {
        this.vertx = vertx;
        this.url = url;
        this.patience = patience;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(5_000)
                .setKeepAlive(false)
                .setDecompressionSupported(false));
    }

    record Answer(int status, Buffer body) {}

    /** @param key the password of HTTP Basic; the user does not matter */
    Future<Answer> get(String path, @Nullable Secret key) {
        String base = url.toString();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path)
                .setFollowRedirects(false);
        if (key != null) {
            byte[] pair = (":" + key.value()).getBytes(StandardCharsets.UTF_8);
            options.putHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }
        return EventLoop.call(vertx, () -> ask(options)).timeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Future<Answer> ask(RequestOptions options) {
        return client.request(options)
                .compose(request -> request.send()
                        .compose(response -> body(response).map(body -> new Answer(response.statusCode(), body)))
                        .onFailure(failed -> request.reset()));
    }

    void close() {
        client.close();
    }

    private static Future<Buffer> body(HttpClientResponse response) {
        Promise<Buffer> whole = Promise.promise();
        Buffer body = Buffer.buffer();
        HttpClientRequest request = response.request();
        response.handler(chunk -> {
            if (body.length() + chunk.length() > LARGEST_ANSWER) {
                whole.tryFail(new KumaWords.NotKuma("too much"));
                request.reset();
            } else {
                body.appendBuffer(chunk);
            }
        });
        response.exceptionHandler(whole::tryFail);
        response.endHandler(end -> whole.tryComplete(body));
        return whole.future();
    }
}
