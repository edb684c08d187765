package org.medianest.media.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * What a list is narrowed to; null for anything.
 *
 * @param genre of TMDB
 * @param year of the first release
 * @param provider of TMDB: a service that shows the title in our region
 * @param rating the least average of votes
 */
public record ShelfFilter(
        @Nullable Integer genre,
        @Nullable Integer year,
        @Nullable Integer provider,
        @Nullable Integer rating) {
    public static final ShelfFilter NONE = new ShelfFilter(null, null, null, null);
}
