package org.medianest.media.people;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.medianest.media.fulfilment.PersonLookup;

/** Tells those who get films who somebody is. */
@ApplicationScoped
class KnownPeople implements PersonLookup {
    private final PersonStore people;

    KnownPeople(PersonStore people) {
        this.people = people;
    }

    @Override
    public Uni<Optional<Known>> find(UUID personId) {
        return people.byId(personId).map(found -> found.map(person -> new Known(person.name(), person.plexId())));
    }
}
