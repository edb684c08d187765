package org.medianest.media.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A title as lists show it. */
public record TitleSummary(
        TitleId id,
        String title,
        @Nullable String originalTitle,
        @Nullable Integer year,
        @Nullable String overview,
        @Nullable String posterPath,
        @Nullable String backdropPath,
        @Nullable Double voteAverage,
        @Nullable LocalDate releaseDate,
        List<String> genres) {
    public TitleSummary {
        genres = List.copyOf(genres);
    }
}
