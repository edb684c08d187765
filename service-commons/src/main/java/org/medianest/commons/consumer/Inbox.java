package org.medianest.commons.consumer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Map;
import java.util.stream.Collectors;
import org.medianest.commons.database.Database;
import org.medianest.commons.event.DomainEvent;
import org.medianest.commons.event.EventCatalogue;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventEnvelope;

/** Applies an event at most once. */
@ApplicationScoped
public class Inbox {
    private static final String NOTE =
            "insert into processed_event (event_id, type) values ($1, $2) on conflict do nothing";

    private final Map<String, EventHandler<?>> handlers;
    private final Database database;

    Inbox(@Any Instance<EventHandler<?>> handlers, Database database) {
        this.database = database;
        this.handlers =
                handlers.stream().collect(Collectors.toUnmodifiableMap(h -> EventCatalogue.typeOf(h.event()), h -> h));
    }

    /** Notes the event and runs its handler in one transaction. An event that nobody here handles is simply done. */
    Uni<Void> apply(EventEnvelope envelope) {
        EventHandler<?> handler = handlers.get(envelope.type());
        return handler == null ? Uni.createFrom().voidItem() : applyOnce(envelope, handler);
    }

    private <E extends DomainEvent> Uni<Void> applyOnce(EventEnvelope envelope, EventHandler<E> handler) {
        E event = EventCodec.payload(envelope, handler.event());
        return database.inTransaction(transaction -> transaction
                .change(NOTE, envelope.id(), envelope.type())
                .chain(inserted -> inserted == 1
                        ? handler.on(event, transaction)
                        : Uni.createFrom().voidItem()));
    }
}
