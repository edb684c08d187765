package org.medianest.media.library;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An item of a Plex server.
 *
 * @param index number of a season
 * @param leafCount how many episodes are in it
 * @param show the rating key of the series that it belongs to
 */
record PlexItem(
        String ratingKey,
        PlexType type,
        String title,
        @Nullable String originalTitle,
        @Nullable Integer year,
        Instant addedAt,
        PlexGuids guids,
        @Nullable Integer index,
        int leafCount,
        @Nullable String show,
        String section) {
    /** The season that it is; empty for everything else, and for one without a number. */
    Optional<PlexSeason> season() {
        return type == PlexType.SEASON && show != null && index != null && index >= 0
                ? Optional.of(new PlexSeason(show, index, leafCount, ratingKey))
                : Optional.empty();
    }

    /** A season of a series on the server, and how many of its episodes are there. */
    record PlexSeason(String series, int number, int episodes, String ratingKey) {}
}
