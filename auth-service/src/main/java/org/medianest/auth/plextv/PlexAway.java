package org.medianest.auth.plextv;

/** plex.tv cannot be reached, or answers what is no answer. It says nothing about anybody's account. */
public final class PlexAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PlexAway(String reason) {
        super("plex.tv " + reason, null, false, false);
    }
}
