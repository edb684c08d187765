package org.medianest.media.shelving;

/** How far a download has come on its way into Plex. */
enum ShelvingState {
    /** Its folder is to be scanned. */
    WAITING,
    /** Plex was told to scan its folder. */
    SCANNED,
    /** Plex has it. */
    FOUND,
    /** It is in its owner's collection. */
    SHELVED,
    /** Plex did not take it. */
    GIVEN_UP
}
