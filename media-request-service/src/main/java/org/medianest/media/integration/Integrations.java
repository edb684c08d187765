package org.medianest.media.integration;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.medianest.commons.database.Transaction;
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

    /** The Plex server, if one is connected. */
    public Uni<Optional<ConnectedPlex>> plex() {
        return store.find(SystemKind.PLEX).map(found -> found.flatMap(this::connectedPlex));
    }

    /**
     * To be asked in each transaction that writes what a server has said: fails with {@link ConnectedPlex.Replaced} when it is not the
     * connected one any more, and else lets nobody connect another until the transaction ends.
     */
    public Uni<Void> require(Transaction transaction, ConnectedPlex plex) {
        return store.holdSame(transaction, SystemKind.PLEX, plex.seal())
                .invoke(same -> {
                    if (!same) {
                        throw new ConnectedPlex.Replaced();
                    }
                })
                .replaceWithVoid();
    }

    private Optional<ConnectedPlex> connectedPlex(Integration integration) {
        return Optional.ofNullable(integration.machineIdentifier())
                .filter(machine -> !machine.isEmpty())
                .map(machine -> new ConnectedPlex(open(integration), machine, integration.sealedSecret()));
    }

    Connection open(Integration integration) {
        return new Connection(integration.kind(), integration.url(), secrets.open(integration), integration.options());
    }
}
