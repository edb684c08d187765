package org.medianest.commons.outbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.DomainEvent;
import org.medianest.commons.event.EventCatalogue;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventConfig;
import org.medianest.commons.event.EventEnvelope;
import org.medianest.commons.trace.CurrentTrace;

/** Where a service says what happened. */
@ApplicationScoped
public class Events {
    private final EventConfig config;
    private final OutboxStore outbox;
    private final Runnable wakeRelay;

    Events(EventConfig config, OutboxStore outbox, OutboxRelay relay) {
        this.config = config;
        this.outbox = outbox;
        this.wakeRelay = relay::wake;
    }

    /** Says it with the caller's transaction: the event is heard if and only if the change is kept. */
    public Uni<Void> publish(Transaction transaction, DomainEvent event) {
        return publish(transaction, event, CurrentTrace.traceparent());
    }

    /**
     * The same for work that goes on long after its request.
     *
     * @param traceparent of the request that caused it
     */
    public Uni<Void> publish(Transaction transaction, DomainEvent event, String traceparent) {
        requireOwn(event);
        EventEnvelope envelope = EventCodec.wrap("/" + config.service(), event, traceparent);
        transaction.afterCommit(wakeRelay);
        return outbox.insert(transaction, envelope.id(), EventCodec.encode(envelope));
    }

    /** The relay carries all rows to the one stream that this service writes. */
    private void requireOwn(DomainEvent event) {
        String stream = EventCatalogue.streamOf(event.getClass());
        if (!config.publishesTo().filter(stream::equals).isPresent()) {
            throw new IllegalArgumentException(
                    config.service() + " does not write " + stream + ", where " + event.getClass() + " belongs");
        }
    }
}
