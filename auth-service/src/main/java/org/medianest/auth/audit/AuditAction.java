package org.medianest.auth.audit;

/** What is noted. The words are kept in the log and read by programs: they stay as they are. */
public enum AuditAction {
    /** The first admin was made with the set-up code. */
    SET_UP,
    /** Somebody opened a session. */
    SIGNED_IN,
    /** A name and a password did not fit, or fit somebody who is suspended. */
    SIGN_IN_FAILED,
    /** A Plex account was not let in. */
    SIGN_IN_REFUSED,
    /** Somebody came in with their Plex account for the first time. */
    REGISTERED,
    /** An admin made an account for a Plex friend. */
    IMPORTED,
    /** Somebody linked their Plex account with their account here. */
    PLEX_LINKED,
    /** Somebody may do other things now. */
    PERMISSIONS_CHANGED,
    SUSPENDED,
    RESTORED,
    /** The server is not shared with them any more: what they opened with Plex has ended. */
    PLEX_ACCESS_LOST,
    /** It is shared with them again. */
    PLEX_ACCESS_RESTORED,
    /** plex.tv does not take their token any more: whether they still have access cannot be checked with it. */
    PLEX_RECONNECT_NEEDED,
    /** An admin connected a system, or changed how it is connected. */
    INTEGRATION_CONNECTED,
    INTEGRATION_DISCONNECTED,
    /** The secret with which a system calls here was made anew. */
    INTEGRATION_WEBHOOK_RENEWED
}
