package org.medianest.auth.resync;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.medianest.commons.consumer.Resync;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.AuthEvent.AuthResyncRequested;
import org.medianest.commons.event.EventConfig;
import org.medianest.commons.id.Uuid7;
import org.medianest.commons.outbox.Events;

/** Asks by an event of our own stream, which the owners of the others hear. */
@ApplicationScoped
class ResyncRequests implements Resync {
    private final EventConfig config;
    private final Events events;

    ResyncRequests(EventConfig config, Events events) {
        this.config = config;
        this.events = events;
    }

    @Override
    public Uni<Void> request(Transaction transaction, String stream) {
        return events.publish(transaction, new AuthResyncRequested(Uuid7.next(), stream, config.service()));
    }
}
