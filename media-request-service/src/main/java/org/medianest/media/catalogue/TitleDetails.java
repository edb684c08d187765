package org.medianest.media.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What only the page of a title shows.
 *
 * @param status where it is in its life, in TMDB's words
 * @param nextAirDate when the next episode comes, an ISO date
 */
public record TitleDetails(
        @Nullable String tagline,
        @Nullable Integer runtimeMinutes,
        @Nullable String certification,
        List<CastMember> cast,
        @Nullable String trailerUrl,
        @Nullable String status,
        @Nullable String nextAirDate,
        List<String> genres,
        @Nullable Double voteAverage) {
    public TitleDetails {
        cast = List.copyOf(cast);
        genres = List.copyOf(genres);
    }

    public static TitleDetails none() {
        return new TitleDetails(null, null, null, List.of(), null, null, null, List.of(), null);
    }

    /** Somebody who plays in it. */
    public record CastMember(
            String name,
            @Nullable String character,
            @Nullable String profilePath) {}
}
