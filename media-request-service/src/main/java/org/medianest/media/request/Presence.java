package org.medianest.media.request;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.medianest.media.catalogue.TitleId;
import org.medianest.media.library.LibraryStanding;
import org.medianest.media.library.PlayLink;

/**
 * What of some titles is in Plex.
 *
 * @param machine the Plex server, if there is one
 */
record Presence(Map<TitleId, LibraryStanding> standings, Optional<String> machine) {
    Presence {
        standings = Map.copyOf(standings);
    }

    Optional<LibraryStanding> of(TitleId title) {
        return Optional.ofNullable(standings.get(title));
    }

    boolean isComplete(TitleId title) {
        return of(title).filter(there -> there.complete() && !there.gone()).isPresent();
    }

    boolean isGone(TitleId title) {
        return of(title).filter(LibraryStanding::gone).isPresent();
    }

    boolean isThere(TitleId title) {
        return of(title).filter(there -> !there.gone()).isPresent();
    }

    @Nullable
    String playUrl(TitleId title) {
        return of(title)
                .filter(there -> !there.gone())
                .flatMap(there -> machine.map(id -> PlayLink.of(id, there.ratingKey())))
                .orElse(null);
    }
}
