package org.medianest.media.shelving;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.medianest.commons.consumer.EventHandler;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.DownloadEvent.DownloadCompleted;

/** What is downloaded goes into Plex. */
@ApplicationScoped
class FinishedDownloads implements EventHandler<DownloadCompleted> {
    private final ShelvingStore store;
    private final ShelvingConfig config;
    private final Clock clock;

    FinishedDownloads(ShelvingStore store, ShelvingConfig config, Clock clock) {
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Class<DownloadCompleted> event() {
        return DownloadCompleted.class;
    }

    @Override
    public Uni<Void> on(DownloadCompleted event, Transaction transaction) {
        return store.add(
                transaction,
                Shelving.of(event.downloadId(), event.ownerId(), event.title(), event.path()),
                clock.instant().plus(config.gathering()));
    }
}
