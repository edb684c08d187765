package org.medianest.auth.session;

/** How somebody showed who they are when they opened a session. */
public enum Way {
    /** A name and a password of this house. */
    PASSWORD,
    /** A Plex account; what is opened so ends with the access to the Plex server. */
    PLEX
}
