package org.medianest.media.browse;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.catalogue.TitleDetails;
import org.medianest.media.catalogue.TitleDetails.CastMember;
import org.medianest.media.request.Quota;
import org.medianest.media.request.RequestView;
import org.medianest.media.request.Standing;
import org.medianest.media.request.TitleState;

/** All that is shown of one title. */
public record TitlePage(
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
        Standing standing,
        @Schema(nullable = true) @Nullable String tagline,
        @Schema(nullable = true) @Nullable Integer runtimeMinutes,
        @Schema(nullable = true) @Nullable String certification,
        List<Cast> cast,
        @Schema(nullable = true) @Nullable String trailerUrl,

        @Schema(nullable = true, description = "Where it is in its life, in TMDB's words") @Nullable
        String status,

        List<SeasonCard> seasons,

        @Schema(nullable = true, anyOf = RequestView.class) @Nullable
        RequestView request,

        Quota quota,
        String attribution) {
    static final String ATTRIBUTION = "This product uses the TMDB API but is not endorsed or certified by TMDB.";

    public TitlePage {
        genres = List.copyOf(genres);
        cast = List.copyOf(cast);
        seasons = List.copyOf(seasons);
    }

    static TitlePage of(
            TitleCard card,
            TitleDetails details,
            List<SeasonCard> seasons,
            @Nullable RequestView request,
            Quota quota) {
        return new TitlePage(
                card.type(),
                card.tmdbId(),
                card.title(),
                card.originalTitle(),
                card.year(),
                card.overview(),
                card.posterUrl(),
                card.backdropUrl(),
                card.voteAverage(),
                card.releaseDate(),
                card.genres(),
                card.standing(),
                details.tagline(),
                details.runtimeMinutes(),
                details.certification(),
                details.cast().stream().map(Cast::of).toList(),
                details.trailerUrl(),
                details.status(),
                seasons,
                request,
                quota,
                ATTRIBUTION);
    }

    /** Somebody who plays in it. */
    public record Cast(
            String name,
            @Schema(nullable = true) @Nullable String character,
            @Schema(nullable = true) @Nullable String profileUrl) {
        static Cast of(CastMember member) {
            return new Cast(member.name(), member.character(), ImageRoutes.profile(member.profilePath()));
        }
    }

    /**
     * A season, and how much of it is there.
     *
     * @param number 0 is what belongs to no season
     */
    public record SeasonCard(
            int number,
            String name,
            int episodeCount,
            @Schema(nullable = true) @Nullable LocalDate airDate,
            int availableEpisodes,
            TitleState state) {}
}
