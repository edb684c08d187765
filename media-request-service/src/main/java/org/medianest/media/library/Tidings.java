package org.medianest.media.library;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.medianest.commons.concurrent.InTurn;
import org.medianest.commons.database.Transaction;
import org.medianest.media.catalogue.Catalogue;
import org.medianest.media.catalogue.TitleId;

/** Tells all listeners which titles are other than before. */
@ApplicationScoped
class Tidings {
    private final LibraryStore store;
    private final Catalogue catalogue;
    private final List<LibraryListener> listeners;

    Tidings(LibraryStore store, Catalogue catalogue, @All List<LibraryListener> listeners) {
        this.store = store;
        this.catalogue = catalogue;
        this.listeners = listeners;
    }

    Uni<Void> tell(Transaction transaction, Collection<TitleId> changed) {
        return changed.isEmpty() || listeners.isEmpty()
                ? Uni.createFrom().voidItem()
                : standings(transaction, changed)
                        .chain(standings ->
                                InTurn.each(listeners, listener -> listener.changed(transaction, standings)));
    }

    private Uni<Collection<LibraryStanding>> standings(Transaction transaction, Collection<TitleId> changed) {
        return store.holdings(transaction, changed)
                .chain(holdings -> catalogue
                        .known(Holding.series(holdings))
                        .map(facts -> Holding.standings(holdings, facts).values()));
    }
}
