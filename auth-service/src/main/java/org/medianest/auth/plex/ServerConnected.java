package org.medianest.auth.plex;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.medianest.commons.consumer.EventHandler;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.MediaEvent.PlexServerConnected;

/** From now on the shares of this server let people in. Those who are in already are looked at again, soon. */
@ApplicationScoped
class ServerConnected implements EventHandler<PlexServerConnected> {
    private final PlexServers servers;
    private final PlexAccounts accounts;
    private final Clock clock;

    ServerConnected(PlexServers servers, PlexAccounts accounts, Clock clock) {
        this.servers = servers;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Class<PlexServerConnected> event() {
        return PlexServerConnected.class;
    }

    @Override
    public Uni<Void> on(PlexServerConnected event, Transaction transaction) {
        return servers.connect(transaction, new PlexServer(event.machineIdentifier(), event.name()))
                .chain(() -> accounts.checkAll(transaction, clock.instant()));
    }
}
