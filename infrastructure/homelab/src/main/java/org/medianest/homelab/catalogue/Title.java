package org.medianest.homelab.catalogue;

import java.time.LocalDate;
import java.util.List;

/** A film or a series. */
public sealed interface Title permits Film, Series {
    /** What both have. */
    record Facts(
            int tmdbId,
            String imdbId,
            String title,
            String originalTitle,
            String language,
            LocalDate released,
            String certification,
            double vote,
            double popularity,
            List<Genre> genres,
            String tagline,
            String overview,
            List<CastMember> cast) {
        public Facts {
            genres = List.copyOf(genres);
            cast = List.copyOf(cast);
        }
    }

    Facts facts();

    TitleKey key();

    default int tmdbId() {
        return facts().tmdbId();
    }

    default String title() {
        return facts().title();
    }

    default LocalDate released() {
        return facts().released();
    }

    default int year() {
        return facts().released().getYear();
    }
}
