package org.medianest.gateway.uptimekuma;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Makes the source that an access is for. */
@ApplicationScoped
class UptimeSources {
    private final Vertx vertx;
    private final UptimeKumaConfig config;
    private final Clock clock;

    UptimeSources(Vertx vertx, UptimeKumaConfig config, Clock clock) {
        this.vertx = vertx;
        this.config = config;
        this.clock = clock;
    }

    UptimeSource of(Access access) {
        return switch (access) {
            case Access.Socket it -> socket(it);
            case Access.StatusPage it -> new StatusPageSource(vertx, it, config, clock);
            case Access.Metrics it -> new MetricsSource(vertx, it, config, clock);
        };
    }

    SocketSource socket(Access.Socket access) {
        return new SocketSource(vertx, access, config, clock);
    }
}
