package org.medianest.media.library;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.medianest.commons.database.Database;
import org.medianest.media.catalogue.Catalogue;
import org.medianest.media.catalogue.TitleId;
import org.medianest.media.integration.Integrations;

/** Questions about what is on the Plex server. They are answered from what was seen there last. */
@ApplicationScoped
public class Library {
    private final LibraryStore store;
    private final Catalogue catalogue;
    private final Integrations integrations;
    private final Database database;

    Library(LibraryStore store, Catalogue catalogue, Integrations integrations, Database database) {
        this.store = store;
        this.catalogue = catalogue;
        this.integrations = integrations;
        this.database = database;
    }

    /** Those of the titles that are or were there. */
    public Uni<Map<TitleId, LibraryStanding>> standings(Collection<TitleId> ids) {
        return store.holdings(database, ids)
                .chain(holdings ->
                        catalogue.known(Holding.series(holdings)).map(facts -> Holding.standings(holdings, facts)));
    }

    /** Where a title plays in Plex' own application; empty when it is not there. */
    public Uni<Optional<String>> playUrl(TitleId id) {
        return standings(List.of(id)).chain(standings -> playUrl(Optional.ofNullable(standings.get(id))));
    }

    private Uni<Optional<String>> playUrl(Optional<LibraryStanding> standing) {
        return integrations
                .machineIdentifier()
                .map(machine -> standing.filter(there -> !there.gone())
                        .flatMap(there -> machine.map(id -> PlayLink.of(id, there.ratingKey()))));
    }
}
