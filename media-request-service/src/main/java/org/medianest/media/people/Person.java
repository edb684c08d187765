package org.medianest.media.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A person, as far as this service must know them. */
@Entity
class Person {
    @Id
    UUID id;

    String username;

    List<String> permissions;

    @Column(name = "updated_at")
    Instant updatedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    Person() {}

    Person(UUID id, String username, List<String> permissions, Instant updatedAt) {
        this.id = id;
        this.username = username;
        this.permissions = List.copyOf(permissions);
        this.updatedAt = updatedAt;
    }
}
