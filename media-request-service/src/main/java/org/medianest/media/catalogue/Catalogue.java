package org.medianest.media.catalogue;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All films and series that there are. What was asked before is remembered: it is answered at once while it is fresh, and when TMDB
 * is away even when it is not. Everything that is not known fails with {@link org.medianest.media.system.SystemDown} while TMDB is
 * away, and with {@link org.medianest.media.system.NotConfigured} while there is none.
 */
public interface Catalogue {
    /** Empty when there is no such title. */
    Uni<Optional<TitleFacts>> title(TitleId id);

    /** Those of the titles that are remembered; asks nobody, so that it may be called anywhere. */
    Uni<Map<TitleId, TitleFacts>> known(Collection<TitleId> ids);

    /**
     * Films and series by name. People, whom TMDB finds too, are left out.
     *
     * @param type null for both
     * @param year of the first release; null for any
     */
    Uni<TitleList> search(String query, @Nullable MediaType type, @Nullable Integer year, int page);

    Uni<TitleList> shelf(Shelf shelf, MediaType type, ShelfFilter filter, int page);

    Uni<List<Genre>> genres(MediaType type);

    /** Who shows films or series in our region, best known first. */
    Uni<List<Provider>> providers(MediaType type);

    /** The title that another catalogue knows by this id; empty when TMDB knows none. */
    Uni<Optional<TitleId>> byExternalId(MediaType type, ExternalId id);

    /** An id of another catalogue. */
    record ExternalId(Source source, String value) {
        /** Catalogues that TMDB knows the ids of. */
        public enum Source {
            IMDB,
            TVDB
        }
    }
}
