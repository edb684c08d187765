package org.medianest.auth.plextv;

/** What opens a Plex account. */
public record PlexToken(String value) {
    /** Never into a log. */
    @Override
    public String toString() {
        return "PlexToken";
    }
}
