package org.medianest.media.people;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.medianest.commons.consumer.EventHandler;
import org.medianest.commons.event.AuthEvent.UserRegistered;

/** Keeps the copy of people up to date. */
@ApplicationScoped
class PersonRegistered implements EventHandler<UserRegistered> {
    @Override
    public Class<UserRegistered> event() {
        return UserRegistered.class;
    }

    @Override
    public Uni<Void> on(UserRegistered event) {
        Person person = new Person(event.userId(), event.username(), event.permissions(), Instant.now());
        return Panache.getSession().chain(session -> session.merge(person)).replaceWithVoid();
    }
}
