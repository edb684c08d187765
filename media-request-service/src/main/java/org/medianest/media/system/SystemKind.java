package org.medianest.media.system;

/** The systems that MediaNest can be connected with. */
public enum SystemKind {
    PLEX("Plex"),
    TMDB("TMDB"),
    SEERR("Seerr"),
    RADARR("Radarr"),
    SONARR("Sonarr");

    private final String title;

    SystemKind(String title) {
        this.title = title;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }
}
