package org.medianest.auth.plex;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's Plex account as the database keeps it.
 *
 * @param plexId who they are to Plex
 * @param sealedToken nothing before they have signed in
 * @param owner whether the server is theirs
 */
record PlexAccount(
        UUID userId, long plexId, String name, @Nullable String sealedToken, boolean owner, Standing standing) {
    /** Where the token lies, for its seal. */
    static String placeOf(UUID userId) {
        return "plex_account/" + userId;
    }

    @Override
    public String toString() {
        return "PlexAccount[" + userId + ", " + standing + "]";
    }
}
