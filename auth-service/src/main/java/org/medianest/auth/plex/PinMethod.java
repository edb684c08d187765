package org.medianest.auth.plex;

/** How somebody tells Plex that they want to come in. */
public enum PinMethod {
    /** A page of Plex opens in this browser. */
    BROWSER,
    /** They type a code at plex.tv/link, on another device. */
    LINK_CODE
}
