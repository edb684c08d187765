package org.medianest.media.browse;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.catalogue.TitleSummary;
import org.medianest.media.request.Standing;

/** A title in a list, and how it stands for who looks. */
public record TitleCard(
        MediaType type,
        int tmdbId,
        String title,
        @Schema(nullable = true) @Nullable String originalTitle,
        @Schema(nullable = true) @Nullable Integer year,
        @Schema(nullable = true) @Nullable String overview,
        @Schema(nullable = true) @Nullable String posterUrl,
        @Schema(nullable = true) @Nullable String backdropUrl,
        @Schema(nullable = true) @Nullable Double voteAverage,
        @Schema(nullable = true) @Nullable LocalDate releaseDate,
        List<String> genres,
        Standing standing) {
    public TitleCard {
        genres = List.copyOf(genres);
    }

    /** @param plexPoster what is shown when TMDB has no picture, or has not been asked */
    static TitleCard of(TitleSummary title, Standing standing, @Nullable String plexPoster) {
        String poster = ImageRoutes.poster(title.posterPath());
        return new TitleCard(
                title.id().type(),
                title.id().tmdbId(),
                title.title(),
                title.originalTitle(),
                title.year(),
                title.overview(),
                poster == null ? plexPoster : poster,
                ImageRoutes.backdrop(title.backdropPath()),
                title.voteAverage(),
                title.releaseDate(),
                title.genres(),
                standing);
    }
}
