package org.medianest.auth.notification.push;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.medianest.commons.concurrent.EventLoop;

/** Calls push services: at the address that was judged, no redirect is followed, and nothing is read but the status. */
@ApplicationScoped
class PushHttp {
    private final Vertx vertx;
    private final HttpClient client;
    private final Duration patience;

    PushHttp(Vertx vertx, PushConfig config) {
        this.vertx = vertx;
        this.patience = config.timeout();
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(patience.toMillis()))
                .setKeepAlive(false));
    }

    /** The status of the answer. */
    Uni<Integer> post(PushTarget target, MultiMap headers, byte[] body) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(
                        target.port(), target.address().getHostAddress()))
                .setHost(target.endpoint().getHost())
                .setPort(target.port())
                .setSsl(target.isTls())
                .setURI(pathOf(target))
                .setFollowRedirects(false)
                .setHeaders(headers);
        return Uni.createFrom()
                .completionStage(
                        () -> EventLoop.call(vertx, () -> send(options, body)).toCompletionStage());
    }

    private Future<Integer> send(RequestOptions options, byte[] body) {
        return client.request(options)
                .compose(request -> request.send(Buffer.buffer(body))
                        .map(PushHttp::status)
                        .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                        .onComplete(answered -> request.reset()))
                .timeout(patience.toMillis() * 2, TimeUnit.MILLISECONDS);
    }

    /** What else it says is not read: that its stream ends early is no news. */
    private static int status(HttpClientResponse response) {
        response.exceptionHandler(cut -> {});
        return response.statusCode();
    }

    private static String pathOf(PushTarget target) {
        String path = target.endpoint().getRawPath();
        String query = target.endpoint().getRawQuery();
        return (path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    }

    @PreDestroy
    void stop() {
        client.close();
    }
}
