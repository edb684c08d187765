package org.medianest.auth.plex;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.medianest.auth.plextv.PlexFriend;
import org.medianest.auth.plextv.PlexTv;

/** With whom the owner shares the server, as the owner's account says. Only with the account of an owner who is an admin here. */
@ApplicationScoped
class Shares {
    private static final Logger LOG = Logger.getLogger(Shares.class);

    private final PlexServers servers;
    private final PlexAccounts accounts;
    private final PlexTv plexTv;

    Shares(PlexServers servers, PlexAccounts accounts, PlexTv plexTv) {
        this.servers = servers;
        this.accounts = accounts;
        this.plexTv = plexTv;
    }

    /** Nothing when no server is connected, or its owner's account is not linked with that of an admin. */
    Uni<Optional<List<PlexFriend>>> all() {
        return servers.current()
                .chain(server -> accounts.ofAdministeringOwner()
                        .map(owner -> owner.flatMap(accounts::token))
                        .chain(token -> server.isEmpty() || token.isEmpty()
                                ? Uni.createFrom().item(Optional.empty())
                                : plexTv.friends(token.get(), server.get().machineIdentifier())
                                        .map(Optional::of)));
    }

    /** How the owner's account lists somebody; nothing when it does not, or cannot be asked, so that it decides nothing alone. */
    Uni<Optional<PlexFriend>> listing(long plexId) {
        return all().onFailure()
                .recoverWithItem(unknown -> {
                    LOG.debugf("the owner's shares are not known: %s", unknown.getMessage());
                    return Optional.empty();
                })
                .map(friends -> friends.orElse(List.of()).stream()
                        .filter(friend -> friend.person().id() == plexId)
                        .findFirst());
    }
}
