package org.medianest.commons.outbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.DomainEvent;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventConfig;
import org.medianest.commons.event.EventEnvelope;

/** Where a service says what happened. */
@ApplicationScoped
public class Events {
    private static final String INSERT = "insert into outbox (event_id, envelope) values ($1, $2)";

    private final EventConfig config;
    private final Runnable wakeRelay;

    Events(EventConfig config, OutboxRelay relay) {
        this.config = config;
        this.wakeRelay = relay::wake;
    }

    /** Says it with the caller's transaction: the event is heard if and only if the change is kept. */
    public Uni<Void> publish(Transaction transaction, DomainEvent event) {
        EventEnvelope envelope = EventCodec.wrap("/" + config.service(), event, null);
        transaction.afterCommit(wakeRelay);
        return transaction
                .change(INSERT, envelope.id(), EventCodec.encode(envelope))
                .replaceWithVoid();
    }
}
