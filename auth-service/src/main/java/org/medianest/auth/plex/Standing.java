package org.medianest.auth.plex;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a person's Plex account stands with us. */
@Schema(name = "PlexStanding")
public enum Standing {
    /** An admin made the account; its owner has not signed in yet. */
    IMPORTED,
    /** They have a share of the server, or own it, as of the last look. */
    GRANTED,
    /** plex.tv does not take their token any more; they should sign in with Plex again. */
    RECONNECT,
    /** The server is not shared with them any more. */
    LOST
}
