package org.medianest.media.catalogue;

/** What a title is. */
public enum MediaType {
    MOVIE,
    SERIES
}
