package org.medianest.media.integration;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.medianest.media.system.Connection;
import org.medianest.media.system.Query;
import org.medianest.media.system.SystemConfig;
import org.medianest.media.system.SystemDown;
import org.medianest.media.system.SystemHttp;

/** Asks every connected system now and then whether it is there, so that its health is known while nobody uses it. */
@ApplicationScoped
class Lookout {
    private static final Logger LOG = Logger.getLogger(Lookout.class);

    private final IntegrationStore store;
    private final Integrations integrations;
    private final SystemHttp http;
    private final SystemConfig config;
    private final Vertx vertx;

    Lookout(IntegrationStore store, Integrations integrations, SystemHttp http, SystemConfig config, Vertx vertx) {
        this.store = store;
        this.integrations = integrations;
        this.http = http;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(
                1_000,
                config.look().toMillis(),
                timer -> look().subscribe()
                        .with(done -> {}, failure -> LOG.warnf("systems cannot be looked at now: %s", failure)));
    }

    Uni<Void> look() {
        return store.all()
                .onItem()
                .transformToMulti(all -> Multi.createFrom().iterable(all))
                .onItem()
                .transformToUniAndMerge(integration -> look(integrations.open(integration)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** The outcome is kept by whoever makes the call. */
    private Uni<Void> look(Connection connection) {
        return http.get(connection, Probes.pathWithKey(connection.kind()), Query.none())
                .replaceWithVoid()
                .onFailure(SystemDown.class)
                .recoverWithItem((Void) null);
    }
}
