package org.medianest.auth.plex;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.medianest.commons.consumer.EventHandler;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.MediaEvent.PlexServerDisconnected;

/** Nobody comes in with Plex any more. Those who are in stay: the server may be connected anew in a minute. */
@ApplicationScoped
class ServerDisconnected implements EventHandler<PlexServerDisconnected> {
    private final PlexServers servers;

    ServerDisconnected(PlexServers servers) {
        this.servers = servers;
    }

    @Override
    public Class<PlexServerDisconnected> event() {
        return PlexServerDisconnected.class;
    }

    @Override
    public Uni<Void> on(PlexServerDisconnected event, Transaction transaction) {
        return servers.disconnect(transaction, event.machineIdentifier());
    }
}
