package org.medianest.media.library;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import org.medianest.commons.database.Transaction;

/** Hears what has changed in the library. All beans of it are told, one after the other. */
public interface LibraryListener {
    /**
     * Titles that are new, have other episodes, are gone or are back.
     *
     * @param transaction stores what changed too: what the listener does is kept with it, or not at all
     */
    Uni<Void> changed(Transaction transaction, Collection<LibraryStanding> changed);
}
