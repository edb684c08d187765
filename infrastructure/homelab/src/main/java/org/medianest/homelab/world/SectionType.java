package org.medianest.homelab.world;

/** What a section of the library holds. */
public enum SectionType {
    MOVIE("movie"),
    SHOW("show"),
    ARTIST("artist");

    private final String plexName;

    SectionType(String plexName) {
        this.plexName = plexName;
    }

    public String plexName() {
        return plexName;
    }
}
