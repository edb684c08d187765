package org.medianest.commons.outbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    /** Says many things with the caller's transaction, in this order: however many, they are one statement. */
    public Uni<Void> publish(Transaction transaction, List<? extends DomainEvent> events) {
        return insert(transaction, null, events);
    }

    /**
     * Says how things are to one service that has missed how they became so: all others pass these by. However many, they are one statement.
     *
     * @param recipient the service that they are for
     */
    public Uni<Void> tell(Transaction transaction, String recipient, List<? extends DomainEvent> events) {
        return insert(transaction, recipient, events);
    }

    private Uni<Void> insert(Transaction transaction, @Nullable String recipient, List<? extends DomainEvent> events) {
        events.forEach(this::requireOwn);
        String traceparent = CurrentTrace.traceparent();
        transaction.afterCommit(wakeRelay);
        return outbox.insert(
                transaction,
                recipient,
                events.stream().map(event -> wrap(event, traceparent)).toList());
    }

    /**
     * The same as {@link #publish(Transaction, DomainEvent)} for work that goes on long after its request.
     *
     * @param traceparent of the request that caused it
     */
    public Uni<Void> publish(Transaction transaction, DomainEvent event, String traceparent) {
        requireOwn(event);
        transaction.afterCommit(wakeRelay);
        return outbox.insert(transaction, wrap(event, traceparent));
    }

    private EventEnvelope wrap(DomainEvent event, String traceparent) {
        return EventCodec.wrap("/" + config.service(), event, traceparent);
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
