package org.medianest.auth.plextv;

/** What an account may do with a server. */
public enum PlexAccess {
    OWNER,
    SHARED,
    NONE
}
