package org.medianest.auth.plextv;

import java.util.List;
import org.medianest.commons.plex.PlexGrant.Address;

/**
 * A Plex server of the one whose account it is.
 *
 * @param token of that person, for this server
 * @param addresses best first
 */
public record OwnedServer(String machineIdentifier, String name, PlexToken token, List<Address> addresses) {
    public OwnedServer {
        addresses = List.copyOf(addresses);
    }
}
