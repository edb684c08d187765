package org.medianest.commons.outbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.medianest.commons.event.DomainEvent;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventConfig;
import org.medianest.commons.event.EventEnvelope;

/** Where a service says what happened. */
@ApplicationScoped
public class Events {
    private static final String INSERT = "insert into outbox (event_id, envelope) values (:id, :envelope)";

    private final EventConfig config;

    Events(EventConfig config) {
        this.config = config;
    }

    /** Runs inside the caller's transaction, so that the event is said if and only if the change is kept. */
    public Uni<Void> publish(DomainEvent event) {
        EventEnvelope envelope = EventCodec.wrap("/" + config.service(), event, null);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter("id", envelope.id())
                        .setParameter("envelope", EventCodec.encode(envelope))
                        .executeUpdate())
                .replaceWithVoid();
    }
}
