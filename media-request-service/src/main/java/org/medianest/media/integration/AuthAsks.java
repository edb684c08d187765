package org.medianest.media.integration;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.medianest.commons.consumer.EventHandler;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.AuthEvent.AuthResyncRequested;

/** auth-service has new tables. */
@ApplicationScoped
class AuthAsks implements EventHandler<AuthResyncRequested> {
    private final SystemsSaidAgain systems;

    AuthAsks(SystemsSaidAgain systems) {
        this.systems = systems;
    }

    @Override
    public Class<AuthResyncRequested> event() {
        return AuthResyncRequested.class;
    }

    @Override
    public Uni<Void> on(AuthResyncRequested event, Transaction transaction) {
        return systems.answer(transaction, event.stream(), event.service());
    }
}
