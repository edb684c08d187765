package org.medianest.eventlab;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.medianest.commons.consumer.EventHandler;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.AuthEvent.UserRegistered;
import org.medianest.commons.event.EventStream;

@ApplicationScoped
class HearsUsers implements EventHandler<UserRegistered> {
    private final Effects effects;

    HearsUsers(Effects effects) {
        this.effects = effects;
    }

    @Override
    public Class<UserRegistered> event() {
        return UserRegistered.class;
    }

    @Override
    public Uni<Void> on(UserRegistered event, Transaction transaction) {
        return effects.of(transaction, EventStream.AUTH, event.userId(), event.username());
    }
}
