package org.medianest.homelab.system;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What one system asks another over HTTP, on a connection each. Thread safe: all is done on one event loop, for an answer that comes
 * while another thread is still about to listen to it is lost.
 */
public final class OutgoingCalls {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client;
    private final Context loop;

    public OutgoingCalls(Vertx vertx) {
        client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAlive(false).setConnectTimeout(Math.toIntExact(PATIENCE.toMillis())));
        loop = vertx.getOrCreateContext();
    }

    public record Answer(int status, String body) {}

    /** Fails when there is no answer within 10 seconds. */
    public Future<Answer> send(RequestOptions options, @Nullable Buffer body) {
        Promise<Answer> answer = Promise.promise();
        loop.runOnContext(go -> ask(options, body).onComplete(answer));
        return answer.future();
    }

    private Future<Answer> ask(RequestOptions options, @Nullable Buffer body) {
        return client.request(options)
                .compose(request -> (body == null ? request.send() : request.send(body))
                        .compose(response ->
                                response.body().map(all -> new Answer(response.statusCode(), all.toString())))
                        .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                        .onFailure(givenUp -> request.reset()));
    }
}
