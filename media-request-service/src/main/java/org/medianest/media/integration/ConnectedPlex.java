package org.medianest.media.integration;

import org.medianest.media.system.Connection;

/**
 * The Plex server as an admin has connected it.
 *
 * @param machine what the server is known by
 * @param seal another one each time that somebody connects it, or another
 */
public record ConnectedPlex(Connection connection, String machine, String seal) {
    /** What a server says counts no more once it was disconnected, or connected otherwise. */
    public static final class Replaced extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Replaced() {
            super("Plex was connected anew, or disconnected", null, false, false);
        }
    }
}
