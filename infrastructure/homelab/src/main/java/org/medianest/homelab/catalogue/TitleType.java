package org.medianest.homelab.catalogue;

/** A film and a series may have the same TMDB id. */
public enum TitleType {
    MOVIE,
    SERIES
}
