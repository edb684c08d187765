package org.medianest.media.people;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.medianest.commons.consumer.EventHandler;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.AuthEvent.UserChanged;

/** Keeps the copy of people up to date when something of them changes. */
@ApplicationScoped
class PersonChanged implements EventHandler<UserChanged> {
    private final PersonStore people;

    PersonChanged(PersonStore people) {
        this.people = people;
    }

    @Override
    public Class<UserChanged> event() {
        return UserChanged.class;
    }

    @Override
    public Uni<Void> on(UserChanged event, Transaction transaction) {
        return people.keep(
                transaction,
                new Person(
                        event.userId(),
                        event.username(),
                        event.permissions(),
                        event.displayName(),
                        event.plexId(),
                        event.suspended()));
    }
}
