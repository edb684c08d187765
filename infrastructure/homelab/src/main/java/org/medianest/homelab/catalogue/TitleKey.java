package org.medianest.homelab.catalogue;

/** Which title, in all systems. */
public record TitleKey(TitleType type, int tmdbId) {
    public static TitleKey movie(int tmdbId) {
        return new TitleKey(TitleType.MOVIE, tmdbId);
    }

    public static TitleKey series(int tmdbId) {
        return new TitleKey(TitleType.SERIES, tmdbId);
    }
}
