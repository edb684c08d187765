package org.medianest.eventlab;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.medianest.commons.consumer.EventHandler;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.DownloadEvent.DownloadQueued;
import org.medianest.commons.event.EventStream;

@ApplicationScoped
class HearsDownloads implements EventHandler<DownloadQueued> {
    private final Effects effects;

    HearsDownloads(Effects effects) {
        this.effects = effects;
    }

    @Override
    public Class<DownloadQueued> event() {
        return DownloadQueued.class;
    }

    @Override
    public Uni<Void> on(DownloadQueued event, Transaction transaction) {
        return effects.of(transaction, EventStream.DOWNLOADS, event.downloadId(), event.url());
    }
}
