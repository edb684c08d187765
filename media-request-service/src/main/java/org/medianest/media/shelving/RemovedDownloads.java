package org.medianest.media.shelving;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.medianest.commons.consumer.EventHandler;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.DownloadEvent.DownloadRemoved;

/** What is removed need not go into Plex; what is there already, Plex takes out itself when it misses the file. */
@ApplicationScoped
class RemovedDownloads implements EventHandler<DownloadRemoved> {
    private final ShelvingStore store;

    RemovedDownloads(ShelvingStore store) {
        this.store = store;
    }

    @Override
    public Class<DownloadRemoved> event() {
        return DownloadRemoved.class;
    }

    @Override
    public Uni<Void> on(DownloadRemoved event, Transaction transaction) {
        return store.remove(transaction, event.downloadId());
    }
}
