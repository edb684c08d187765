package org.medianest.auth.plex;

/** How far a sign-in with Plex is. */
public enum PinState {
    /** Plex has not heard from them yet. */
    WAITING,
    /** They are in; or, when they were in before, their Plex account is linked. */
    SIGNED_IN,
    /** Plex knows them, but they may not come in. */
    REFUSED,
    /** It took too long, or Plex does not know of it any more. */
    EXPIRED,
    /** plex.tv cannot be asked; ask again. */
    PLEX_AWAY
}
