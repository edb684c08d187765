package org.medianest.commons.consumer;

import io.smallrye.mutiny.Uni;
import org.medianest.commons.event.DomainEvent;

/** What a service does when it hears of an event. A CDI bean; one handler a service and event. */
public interface EventHandler<E extends DomainEvent> {
    /** The event it is for. */
    Class<E> event();

    /**
     * Applies the event. Runs inside the transaction that also notes the event as processed, so the effect happens once although
     * the event may be delivered twice.
     */
    Uni<Void> on(E event);
}
