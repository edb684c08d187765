package org.medianest.media.people;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.medianest.commons.consumer.EventHandler;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.AuthEvent.UserRegistered;

/** Keeps the copy of people up to date. */
@ApplicationScoped
class PersonRegistered implements EventHandler<UserRegistered> {
    private final PersonStore people;

    PersonRegistered(PersonStore people) {
        this.people = people;
    }

    @Override
    public Class<UserRegistered> event() {
        return UserRegistered.class;
    }

    @Override
    public Uni<Void> on(UserRegistered event, Transaction transaction) {
        return people.isSuspended(transaction, event.userId())
                .chain(suspended -> people.keep(
                        transaction,
                        new Person(
                                event.userId(),
                                event.username(),
                                event.permissions(),
                                event.displayName(),
                                event.plexId(),
                                suspended)));
    }
}
