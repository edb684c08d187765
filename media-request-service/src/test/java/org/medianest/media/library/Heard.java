package org.medianest.media.library;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.medianest.commons.database.Transaction;
import org.medianest.media.catalogue.TitleId;

/** Listens to the library, as other packages do. */
@ApplicationScoped
public class Heard implements LibraryListener {
    private final List<LibraryStanding> standings = new CopyOnWriteArrayList<>();

    @Override
    public Uni<Void> changed(Transaction transaction, Collection<LibraryStanding> changed) {
        standings.addAll(changed);
        return Uni.createFrom().voidItem();
    }

    void forget() {
        standings.clear();
    }

    /** How often a title was spoken of. */
    long times(TitleId id) {
        return standings.stream().filter(standing -> standing.id().equals(id)).count();
    }

    Optional<LibraryStanding> last(TitleId id) {
        return standings.stream().filter(standing -> standing.id().equals(id)).reduce((first, second) -> second);
    }
}
