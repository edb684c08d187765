package org.medianest.gateway.backend;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.medianest.commons.circuit.Circuit;
import org.medianest.gateway.loop.PerLoop;

/** The services, and the HTTP clients that reach them. */
@ApplicationScoped
public class Backends {
    private static final Logger LOG = Logger.getLogger(Backends.class);
    private static final int KEEP_ALIVE_SECONDS = 30;

    private final Vertx vertx;
    private final Duration lookUp;
    private final AtomicBoolean isLooking = new AtomicBoolean();
    private final List<Replicas> replicas = new ArrayList<>();
    private final PerLoop<HttpClient> clients;
    private final Backend auth;
    private final Backend media;
    private final Backend downloads;

    Backends(Vertx vertx, BackendConfig config, MeterRegistry metrics) {
        this.vertx = vertx;
        this.lookUp = config.lookUp();
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setMaxHeaderSize(32 * 1024)
                .setTcpKeepAlive(true);
        PoolOptions pool =
                new PoolOptions().setHttp1MaxSize(config.connections()).setMaxWaitQueueSize(config.connections());
        // the pool of one client hands out any free connection, also one of another event loop
        this.clients = new PerLoop<>(() -> vertx.createHttpClient(options, pool));
        this.auth = backend("auth", config.auth(), config, metrics);
        this.media = backend("media", config.media(), config, metrics);
        this.downloads = backend("downloads", config.downloads(), config, metrics);
    }

    public Backend auth() {
        return auth;
    }

    public Backend media() {
        return media;
    }

    public Backend downloads() {
        return downloads;
    }

    /** New addresses of old names: never on an event loop, because the system's resolver may take its time. */
    void follow(@Observes StartupEvent event) {
        if (replicas.stream().anyMatch(Replicas::mayChange)) {
            vertx.setPeriodic(lookUp.toMillis(), id -> {
                if (isLooking.compareAndSet(false, true)) {
                    vertx.executeBlocking(() -> {
                                replicas.forEach(Replicas::look);
                                return true;
                            })
                            .onComplete(done -> isLooking.set(false))
                            .onFailure(failure -> LOG.error("names of services not looked up", failure));
                }
            });
        }
    }

    private Backend backend(String name, List<URI> urls, BackendConfig config, MeterRegistry metrics) {
        Replicas all = new Replicas(
                name,
                urls,
                InetAddress::getAllByName,
                address ->
                        new Replica(address, new Circuit(config.failuresToOpen(), config.openFor()), config.openFor()));
        replicas.add(all);
        Counter repeats = Counter.builder("medianest.gateway.repeats")
                .description(
                        "Requests that a second replica was asked, because the first could not be reached or hung up")
                .tag("service", name)
                .register(metrics);
        Backend backend = new Backend(name, urls.getFirst(), all, vertx, clients, config.connectTimeout(), repeats);
        gauge(
                metrics,
                name,
                "medianest.gateway.circuit.open",
                "1 while no replica of the service answers",
                () -> backend.isTrusted() ? 0 : 1);
        gauge(metrics, name, "medianest.gateway.replicas", "Replicas of the service that are known", all::count);
        gauge(
                metrics,
                name,
                "medianest.gateway.replicas.in.use",
                "Replicas that answer and do not leave",
                all::trusted);
        return backend;
    }

    private static void gauge(
            MeterRegistry metrics, String service, String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value)
                .description(description)
                .tag("service", service)
                .register(metrics);
    }
}
