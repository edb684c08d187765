package org.medianest.media.system;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.circuit.Circuit;
import org.medianest.commons.concurrent.EventLoop;

/**
 * Speaks to systems that are not ours. An answer comes in time or the call fails with {@link SystemDown}, which says why in words for
 * people; a system that goes on failing is left alone for a while. {@link KeyRefused} is one that is there and does not take the key.
 */
@ApplicationScoped
public class SystemHttp {
    private static final Logger LOG = Logger.getLogger(SystemHttp.class);
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    private final SystemConfig config;
    private final SystemHealth health;
    private final MeterRegistry metrics;
    private final Vertx vertx;
    private final HttpClient client;
    private final Map<URI, Circuit> circuits = new ConcurrentHashMap<>();

    SystemHttp(Vertx vertx, SystemConfig config, SystemHealth health, MeterRegistry metrics) {
        this.config = config;
        this.health = health;
        this.metrics = metrics;
        this.vertx = vertx;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) config.timeout().toMillis())
                .setMaxPoolSize(config.parallel())
                .setMaxWaitQueueSize(config.waiting())
                .setKeepAliveTimeout(30)
                .setDecompressionSupported(true));
    }

    public Uni<Answer> get(Connection connection, String path, Query query) {
        return send(connection, Call.get(path, query));
    }

    public Uni<Answer> post(Connection connection, String path, Query query, @Nullable JsonNode body) {
        return send(connection, Call.post(path, query, body));
    }

    public Uni<Answer> put(Connection connection, String path, Query query, @Nullable JsonNode body) {
        return send(connection, Call.put(path, query, body));
    }

    public Uni<Answer> delete(Connection connection, String path, Query query) {
        return send(connection, Call.delete(path, query));
    }

    /** The same for a call with something particular about it. */
    public Uni<Answer> send(Connection connection, Call call) {
        return sendBeside(connection, call)
                .invoke(answer -> health.up(connection.kind()))
                .onFailure(SystemDown.class)
                .invoke(failure -> health.down((SystemDown) failure));
    }

    /** The same for what a system has beside itself, as TMDB has pictures: how that is says nothing of its own health. */
    public Uni<Answer> sendBeside(Connection connection, Call call) {
        return Uni.createFrom().deferred(() -> {
            Circuit circuit = circuitOf(connection);
            return circuit.lets()
                    ? exchange(connection, call)
                            .invoke(answer -> circuit.succeeded())
                            .onFailure(SystemDown.class)
                            .invoke(failure -> failed((SystemDown) failure, circuit))
                    : Uni.createFrom().failure(leftAlone(connection.kind()));
        });
    }

    /** Asks whoever is at an address that somebody has just typed: the outcome is no sign of the health of what is connected. */
    public Uni<Answer> tryOut(Connection connection, Call call) {
        return Uni.createFrom().deferred(() -> exchange(connection, call));
    }

    private Uni<Answer> exchange(Connection connection, Call call) {
        long start = System.nanoTime();
        SystemKind kind = connection.kind();
        return Uni.createFrom()
                .completionStage(() -> EventLoop.call(
                                vertx, () -> new Exchange(client, connection, call).within(config.timeout()))
                        .compose(SystemHttp::sorted)
                        .recover(failure -> Future.failedFuture(inWords(kind, failure)))
                        .toCompletionStage())
                .invoke(answer -> count(kind, "answered", start))
                .onFailure()
                .invoke(failure -> count(kind, failure instanceof KeyRefused ? "refused" : "failed", start));
    }

    /** Fails for what is no answer to what was asked. */
    private static Future<Answer> sorted(Answer answer) {
        SystemKind kind = answer.kind();
        int status = answer.status();
        if (status == 401 || status == 403 || status == KeyRefused.EXPIRED) {
            return Future.failedFuture(new KeyRefused(answer));
        }
        if (status == 429) {
            return Future.failedFuture(new Overburdened(kind, restOf(answer)));
        }
        if (status >= 500) {
            return Future.failedFuture(
                    new SystemDown(kind, kind.title() + " answers with an error (status " + status + ")."));
        }
        if (status >= 300 && status < 400) {
            return Future.failedFuture(new SystemDown(
                    kind, kind.title() + " wants to be asked at another address. Give its final address."));
        }
        return Future.succeededFuture(answer);
    }

    private static SystemDown inWords(SystemKind kind, Throwable failure) {
        if (failure instanceof SystemDown down) {
            return down;
        }
        LOG.debugf("%s: %s", kind, failure);
        return SystemDown.unreachable(kind, failure);
    }

    private static void failed(SystemDown down, Circuit circuit) {
        switch (down) {
            case KeyRefused refused -> circuit.succeeded();
            case Overburdened overburdened -> circuit.rest(overburdened.rest());
            default -> circuit.failed();
        }
    }

    private SystemDown leftAlone(SystemKind kind) {
        String reason = health.of(kind)
                .map(SystemHealth.Look::message)
                .orElse(kind.title() + " does not answer. It is asked again in a moment.");
        return new SystemDown(kind, reason);
    }

    private Circuit circuitOf(Connection connection) {
        return circuits.computeIfAbsent(connection.url(), url -> new Circuit(config.failuresToOpen(), config.pause()));
    }

    private static Duration restOf(Answer answer) {
        try {
            Duration wished = Duration.ofSeconds(
                    Long.parseLong(String.valueOf(answer.headers().get("Retry-After"))));
            return wished.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : wished;
        } catch (NumberFormatException notSeconds) {
            return Duration.ofSeconds(5);
        }
    }

    private void count(SystemKind kind, String outcome, long start) {
        metrics.timer("medianest.system.calls", "system", kind.name(), "outcome", outcome)
                .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    }

    @PreDestroy
    void stop() {
        client.close();
    }

    /** Status 429. */
    private static final class Overburdened extends SystemDown {
        private static final long serialVersionUID = 1L;
        private final Duration rest;

        Overburdened(SystemKind kind, Duration rest) {
            super(kind, kind.title() + " is asked too often and wants a pause.");
            this.rest = rest;
        }

        Duration rest() {
            return rest;
        }
    }
}
