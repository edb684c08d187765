package org.medianest.media.testing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.catalogue.SeasonFacts;
import org.medianest.media.catalogue.TitleDetails;
import org.medianest.media.catalogue.TitleFacts;
import org.medianest.media.catalogue.TitleId;

/** What a catalogue would say of titles. */
public final class Titles {
    private Titles() {}

    public static TitleFacts film(int tmdbId, @Nullable LocalDate released) {
        return title(new TitleId(MediaType.MOVIE, tmdbId), null, released, List.of());
    }

    public static TitleFacts series(int tmdbId, @Nullable Integer tvdbId, SeasonFacts... seasons) {
        return title(new TitleId(MediaType.SERIES, tmdbId), tvdbId, null, List.of(seasons));
    }

    private static TitleFacts title(
            TitleId id, @Nullable Integer tvdbId, @Nullable LocalDate released, List<SeasonFacts> seasons) {
        return new TitleFacts(
                id,
                "The Title",
                null,
                1999,
                null,
                null,
                null,
                null,
                tvdbId,
                released,
                released,
                seasons,
                TitleDetails.none());
    }
}
