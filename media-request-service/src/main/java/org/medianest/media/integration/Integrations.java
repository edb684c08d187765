package org.medianest.media.integration;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.medianest.media.system.Connection;
import org.medianest.media.system.NotConfigured;
import org.medianest.media.system.SystemKind;

/** The systems that are connected. They are read each time: an admin's change counts at once, in every replica. */
@ApplicationScoped
public class Integrations {
    private final IntegrationStore store;
    private final SystemSecrets secrets;
    private final URI tmdb;

    Integrations(IntegrationStore store, SystemSecrets secrets, @ConfigProperty(name = "medianest.tmdb.url") URI tmdb) {
        this.store = store;
        this.secrets = secrets;
        this.tmdb = tmdb;
    }

    /** Empty while no admin has connected it. */
    public Uni<Optional<Connection>> connection(SystemKind kind) {
        return store.find(kind).map(found -> found.map(this::open));
    }

    /** The same for those who can do nothing without it: fails with {@link NotConfigured}. */
    public Uni<Connection> required(SystemKind kind) {
        return connection(kind).map(found -> found.orElseThrow(() -> new NotConfigured(kind)));
    }

    /** What the Plex server is known by. */
    public Uni<Optional<String>> machineIdentifier() {
        return store.find(SystemKind.PLEX)
                .map(found -> found.map(Integration::machineIdentifier).filter(id -> !id.isEmpty()));
    }

    Connection open(Integration integration) {
        return new Connection(integration.kind(), integration.url(), secrets.open(integration), integration.options());
    }
}
