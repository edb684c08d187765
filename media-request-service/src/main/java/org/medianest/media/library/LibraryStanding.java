package org.medianest.media.library;

import java.time.Instant;
import java.util.Map;
import org.medianest.media.catalogue.TitleId;

/**
 * How a title is in the library. A title without one has never been seen there.
 *
 * @param complete a film is; a series when all episodes of its seasons that have been aired are there, as far as the catalogue knows
 * @param episodesBySeason of a series, how many of each season are there
 * @param ratingKey what the Plex server knows it by
 * @param gone two whole scans have not met it any more; while Plex is away nothing is ever gone
 */
public record LibraryStanding(
        TitleId id,
        boolean complete,
        Map<Integer, Integer> episodesBySeason,
        String ratingKey,
        Instant addedAt,
        boolean gone) {
    public LibraryStanding {
        episodesBySeason = Map.copyOf(episodesBySeason);
    }
}
