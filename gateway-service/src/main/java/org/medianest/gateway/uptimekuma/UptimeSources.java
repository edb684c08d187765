package org.medianest.gateway.uptimekuma;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes the source that an access is for. */
@ApplicationScoped
class UptimeSources {
    private final Vertx vertx;
    private final UptimeKumaConfig config;

    UptimeSources(Vertx vertx, UptimeKumaConfig config) {
        this.vertx = vertx;
        this.config = config;
    }

    UptimeSource of(Access access) {
        return switch (access) {
            case Access.Socket it -> socket(it);
            case Access.StatusPage it -> new StatusPageSource(vertx, it, config);
            case Access.Metrics it -> new MetricsSource(vertx, it, config);
        };
    }

    SocketSource socket(Access.Socket access) {
        return new SocketSource(vertx, access, config);
    }
}
