package org.medianest.media.integration;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.medianest.commons.consumer.EventHandler;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.StatusEvent.StatusResyncRequested;

/** The gateway has new tables. */
@ApplicationScoped
class GatewayAsks implements EventHandler<StatusResyncRequested> {
    private final SystemsSaidAgain systems;

    GatewayAsks(SystemsSaidAgain systems) {
        this.systems = systems;
    }

    @Override
    public Class<StatusResyncRequested> event() {
        return StatusResyncRequested.class;
    }

    @Override
    public Uni<Void> on(StatusResyncRequested event, Transaction transaction) {
        return systems.answer(transaction, event.stream(), event.service());
    }
}
