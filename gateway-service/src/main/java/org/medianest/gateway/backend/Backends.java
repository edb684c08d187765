package org.medianest.gateway.backend;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import org.medianest.gateway.loop.PerLoop;

/** The services, and the HTTP clients that reach them. */
@ApplicationScoped
public class Backends {
    private static final int KEEP_ALIVE_SECONDS = 30;

    private final PerLoop<HttpClient> clients;
    private final Backend auth;
    private final Backend media;
    private final Backend downloads;

    Backends(Vertx vertx, BackendConfig config, MeterRegistry metrics) {
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

    private Backend backend(String name, URI url, BackendConfig config, MeterRegistry metrics) {
        Circuit circuit = new Circuit(config.failuresToOpen(), config.openFor(), Clock.systemUTC());
        Backend backend = new Backend(name, url, clients, circuit, config.connectTimeout());
        Gauge.builder("medianest.gateway.circuit.open", backend, it -> it.isTrusted() ? 0 : 1)
                .description("1 while the service is not asked because it did not answer")
                .tag("service", name)
                .strongReference(true)
                .register(metrics);
        return backend;
    }
}
