package org.medianest.media.library;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.medianest.media.catalogue.TitleId;

/** A title on the Plex server, as it is called there. */
public record LibraryTitle(
        TitleId id,
        String title,
        @Nullable String originalTitle,
        @Nullable Integer year,
        String ratingKey,
        Instant addedAt) {}
