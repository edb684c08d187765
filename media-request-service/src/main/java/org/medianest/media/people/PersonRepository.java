package org.medianest.media.people;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The table {@code person}. */
@ApplicationScoped
class PersonRepository implements PanacheRepositoryBase<Person, UUID> {}
