package org.medianest.media.integration;

import io.smallrye.mutiny.Uni;
import org.medianest.commons.database.Transaction;

/** Hears that the Plex server is ours no more. All beans of it are told, one after the other. */
public interface PlexListener {
    /**
     * It was disconnected, or another one was connected in its place.
     *
     * @param transaction removes the server too: what the listener does is kept with it, or not at all
     */
    Uni<Void> left(Transaction transaction);
}
