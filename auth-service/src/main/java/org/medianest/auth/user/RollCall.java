package org.medianest.auth.user;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.medianest.commons.consumer.EventHandler;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.event.MediaEvent.ResyncRequested;

/** Tells a service that hears of the people of this house for the first time who they all are. */
@ApplicationScoped
class RollCall implements EventHandler<ResyncRequested> {
    private final Users users;

    RollCall(Users users) {
        this.users = users;
    }

    @Override
    public Class<ResyncRequested> event() {
        return ResyncRequested.class;
    }

    /** Other streams have other owners. */
    @Override
    public Uni<Void> on(ResyncRequested event, Transaction transaction) {
        return EventStream.AUTH.equals(event.stream())
                ? users.sayAgain(transaction, event.service())
                : Uni.createFrom().voidItem();
    }
}
