package org.medianest.media.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A season of a series.
 *
 * @param number 0 is what does not belong to a season
 * @param airDate of its first episode
 */
public record SeasonFacts(
        int number, String name, int episodeCount, @Nullable LocalDate airDate) {}
