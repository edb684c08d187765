package org.medianest.media.library;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.medianest.commons.database.Transaction;
import org.medianest.media.integration.PlexListener;

/** What was on a server that is ours no more is not in the library, from that moment on. */
@ApplicationScoped
class Farewell implements PlexListener {
    private final ScanStore scans;
    private final ItemStore items;

    Farewell(ScanStore scans, ItemStore items) {
        this.scans = scans;
        this.items = items;
    }

    @Override
    public Uni<Void> left(Transaction transaction) {
        return scans.forget(transaction).chain(() -> items.clear(transaction));
    }
}
