package org.medianest.media.browse;

import java.util.List;
import org.medianest.media.catalogue.SeasonFacts;
import org.medianest.media.catalogue.TitleDetails;
import org.medianest.media.catalogue.TitleFacts;
import org.medianest.media.library.LibraryTitle;

/** What there is to say of a title of which only Plex is known to know. */
final class PlexFacts {
    private PlexFacts() {}

    static TitleFacts of(LibraryTitle title, List<SeasonFacts> seasons) {
        return new TitleFacts(
                title.id(),
                title.title(),
                title.originalTitle(),
                title.year(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                seasons,
                TitleDetails.none());
    }
}
