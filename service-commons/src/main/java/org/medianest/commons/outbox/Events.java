package org.medianest.commons.outbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.DomainEvent;
import org.medianest.commons.event.EventCatalogue;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventConfig;
import org.medianest.commons.event.EventEnvelope;
import org.medianest.commons.trace.CurrentTrace;

/** Where a service says what happened. However much a transaction says, it is one statement, which goes out with its commit. */
@ApplicationScoped
public class Events {
    private final EventConfig config;
    private final Runnable wakeRelay;

    Events(EventConfig config, OutboxRelay relay) {
        this.config = config;
        this.wakeRelay = relay::wake;
    }

    /** Says it with the caller's transaction: the event is heard if and only if the change is kept. */
    public Uni<Void> publish(Transaction transaction, DomainEvent event) {
        return publish(transaction, event, CurrentTrace.traceparent());
    }

    /**
     * The same as {@link #publish(Transaction, DomainEvent)} for work that goes on long after its request.
     *
     * @param traceparent of the request that caused it
     */
    public Uni<Void> publish(Transaction transaction, DomainEvent event, String traceparent) {
        return say(transaction, Said.FOR_ALL, List.of(event), traceparent);
    }

    /** Says many things with the caller's transaction, in this order. */
    public Uni<Void> publish(Transaction transaction, List<? extends DomainEvent> events) {
        return say(transaction, Said.FOR_ALL, events, CurrentTrace.traceparent());
    }

    /**
     * Says how things are to one service that has missed how they became so: all others pass these by.
     *
     * @param recipient the service that they are for
     */
    public Uni<Void> tell(Transaction transaction, String recipient, List<? extends DomainEvent> events) {
        return say(transaction, recipient, events, CurrentTrace.traceparent());
    }

    private Uni<Void> say(
            Transaction transaction, String recipient, List<? extends DomainEvent> events, String traceparent) {
        events.forEach(this::requireOwn);
        return events.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().voidItem().invoke(() -> {
                    Said said = transaction.lastWords(Said.class, () -> begin(transaction));
                    events.forEach(event -> said.add(recipient, wrap(event, traceparent)));
                });
    }

    private Said begin(Transaction transaction) {
        Said said = new Said();
        transaction.afterCommit(said::log);
        transaction.afterCommit(wakeRelay);
        return said;
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
