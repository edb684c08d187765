package org.medianest.commons.consumer;

import io.smallrye.mutiny.Uni;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.DomainEvent;

/** What a service does when it hears of an event. A CDI bean; one handler a service and event. */
public interface EventHandler<E extends DomainEvent> {
    /** The event it is for. */
    Class<E> event();

    /**
     * Applies the event.
     *
     * @param transaction notes the event as processed too, so that its effect happens once although it may be delivered twice
     */
    Uni<Void> on(E event, Transaction transaction);
}
