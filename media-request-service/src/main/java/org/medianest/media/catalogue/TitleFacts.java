package org.medianest.media.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A title with all that is known of it.
 *
 * @param posterPath of its picture at TMDB, with a slash at the start
 * @param releaseDate first night of a film, first episode of a series
 * @param homeRelease when a film could first be had at home; null when that is not known
 * @param seasons of a series, specials first
 */
public record TitleFacts(
        TitleId id,
        String title,
        @Nullable String originalTitle,
        @Nullable Integer year,
        @Nullable String overview,
        @Nullable String posterPath,
        @Nullable String backdropPath,
        @Nullable String imdbId,
        @Nullable Integer tvdbId,
        @Nullable LocalDate releaseDate,
        @Nullable LocalDate homeRelease,
        List<SeasonFacts> seasons,
        TitleDetails details) {
    public TitleFacts {
        seasons = List.copyOf(seasons);
    }

    /** What a list shows of it. */
    public TitleSummary summary() {
        return new TitleSummary(
                id,
                title,
                originalTitle,
                year,
                overview,
                posterPath,
                backdropPath,
                details.voteAverage(),
                releaseDate,
                details.genres());
    }
}
