package org.medianest.homelab.system;

/** The secrets of the homelab. They open nothing but stand-ins, so they are fixed and public. */
public final class Keys {
    public static final String TMDB = "0123456789abcdef0123456789abcdef";
    /** TMDB takes the key as {@code api_key} and this one as Bearer; neither in the other's place. */
    public static final String TMDB_READ_TOKEN = "eyJhbGciOiJIUzI1NiJ9.homelab.read-access-token";

    public static final String RADARR = "radarr-key";
    public static final String SONARR = "sonarr-key";
    public static final String SEERR = "seerr-key";
    /** The owner's token, at plex.tv and at the server. */
    public static final String PLEX_OWNER = "owner-token";

    /** Which Plex server the household's is. */
    public static final String MACHINE = "homelab-machine";

    private Keys() {}
}
