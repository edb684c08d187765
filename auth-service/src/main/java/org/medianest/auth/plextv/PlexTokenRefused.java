package org.medianest.auth.plextv;

/** plex.tv does not take a token any more: its owner must connect anew. It does not say that they lost anything else. */
public final class PlexTokenRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PlexTokenRefused() {
        super("plex.tv does not take the token", null, false, false);
    }
}
