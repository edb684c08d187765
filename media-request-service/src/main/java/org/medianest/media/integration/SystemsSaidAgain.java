package org.medianest.media.integration;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.event.MediaEvent;
import org.medianest.commons.outbox.Events;

/** Tells a service that hears of this house's systems for the first time which are connected. */
@ApplicationScoped
class SystemsSaidAgain {
    private final IntegrationStore store;
    private final Events events;

    SystemsSaidAgain(IntegrationStore store, Events events) {
        this.store = store;
        this.events = events;
    }

    /**
     * The rows are locked while they are said, so that what is said of a later change has a later place in the stream.
     *
     * @param stream whose owner is asked: others have other owners
     */
    Uni<Void> answer(Transaction transaction, String stream, String service) {
        return EventStream.MEDIA.equals(stream)
                ? store.lockAll(transaction).chain(connected -> events.tell(transaction, service, said(connected)))
                : Uni.createFrom().voidItem();
    }

    private static List<MediaEvent> said(List<Integration> connected) {
        return connected.stream().flatMap(one -> Said.connected(one).stream()).toList();
    }
}
