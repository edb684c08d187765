package org.medianest.media.people;

import java.util.List;
import java.util.UUID;

/** A person, as far as this service must know them. */
record Person(UUID id, String username, List<String> permissions) {
    Person {
        permissions = List.copyOf(permissions);
    }
}
