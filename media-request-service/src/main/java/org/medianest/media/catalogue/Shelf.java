package org.medianest.media.catalogue;

/** Lists to look through. */
public enum Shelf {
    TRENDING,
    POPULAR,
    UPCOMING
}
