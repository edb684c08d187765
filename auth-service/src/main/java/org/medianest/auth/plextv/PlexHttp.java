package org.medianest.auth.plextv;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.circuit.Circuit;
import org.medianest.commons.concurrent.EventLoop;

/** Asks plex.tv, and waits and reads so far and no further. It follows no redirect: a token goes where we send it and nowhere else. */
@ApplicationScoped
class PlexHttp {
    private static final Logger LOG = Logger.getLogger(PlexHttp.class);
    private static final int LARGEST = 2 << 20;
    private static final int CONNECTIONS = 8;
    private static final int UNANSWERED_TO_REST = 5;
    private static final Duration REST = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final HttpClient client;
    private final Duration patience;
    private final Installation installation;
    private final MeterRegistry meters;
    private final Circuit circuit = new Circuit(UNANSWERED_TO_REST, REST);

    PlexHttp(Vertx vertx, PlexConfig config, Installation installation, MeterRegistry meters) {
        this.patience = config.timeout();
        this.installation = installation;
        this.meters = meters;
        this.vertx = vertx;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(Math.toIntExact(patience.toMillis())),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    }

    /**
     * One question and its answer, whatever its status. Fails with {@link PlexAway} when there is none.
     *
     * @param token whose account it is about
     */
    Uni<PlexReply> ask(HttpMethod method, URI base, String path, String accept, @Nullable PlexToken token) {
        return Uni.createFrom()
                .deferred(() -> circuit.lets()
                        ? installation
                                .clientId()
                                .chain(clientId -> answer(options(method, base, path, accept, clientId, token)))
                        : Uni.createFrom().failure(new PlexAway("has not answered for a while")));
    }

    private Uni<PlexReply> answer(RequestOptions options) {
        long start = System.nanoTime();
        return Uni.createFrom()
                .completionStage(
                        () -> EventLoop.call(vertx, () -> send(options)).toCompletionStage())
                .onItem()
                .invoke(reply -> {
                    circuit.succeeded();
                    count(reply.status() / 100 + "xx", start);
                })
                .onFailure()
                .invoke(failure -> {
                    circuit.failed();
                    count("none", start);
                })
                .onFailure(failure -> !(failure instanceof PlexAway))
                .transform(failure -> unreachable(options.getURI(), failure));
    }

    private RequestOptions options(
            HttpMethod method, URI base, String path, String accept, String clientId, @Nullable PlexToken token) {
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(base + path)
                .setFollowRedirects(false)
                .putHeader("Accept", accept)
                .putHeader("X-Plex-Client-Identifier", clientId)
                .putHeader("X-Plex-Product", "MediaNest")
                .putHeader("X-Plex-Device-Name", "MediaNest")
                .putHeader("X-Plex-Platform", "Web");
        return token == null ? options : options.putHeader("X-Plex-Token", token.value());
    }

    private Future<PlexReply> send(RequestOptions options) {
        return client.request(options)
                .compose(request -> request.send()
                        .compose(PlexHttp::read)
                        .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                        .onFailure(given -> giveUp(request)))
                .timeout(patience.toMillis() * 2, TimeUnit.MILLISECONDS);
    }

    private static void giveUp(HttpClientRequest request) {
        request.reset();
    }

    private static Future<PlexReply> read(HttpClientResponse response) {
        Promise<PlexReply> whole = Promise.promise();
        Buffer body = Buffer.buffer();
        response.exceptionHandler(whole::tryFail)
                .handler(part -> {
                    if (body.length() + part.length() > LARGEST) {
                        whole.tryFail(new PlexAway("answers too much"));
                    } else if (!whole.future().isComplete()) {
                        body.appendBuffer(part);
                    }
                })
                .endHandler(end -> whole.tryComplete(new PlexReply(response.statusCode(), body.getBytes())));
        return whole.future();
    }

    private static PlexAway unreachable(String path, Throwable failure) {
        LOG.warnf("plex.tv does not answer %s: %s", path.split("\\?", 2)[0], failure);
        return new PlexAway("cannot be reached");
    }

    private void count(String outcome, long start) {
        meters.timer("medianest.plextv.calls", "outcome", outcome)
                .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    }

    @PreDestroy
    void stop() {
        client.close();
    }
}
