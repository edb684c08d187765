package org.medianest.media.people;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person, as far as this service must know them.
 *
 * @param displayName how they want to be called; null when that is the username
 * @param plexId of their Plex account; null when they have linked none
 * @param suspended whether they are shut out
 */
record Person(
        UUID id,
        String username,
        List<String> permissions,
        @Nullable String displayName,
        @Nullable Long plexId,
        boolean suspended) {
    Person {
        permissions = List.copyOf(permissions);
    }

    String name() {
        return displayName == null ? username : displayName;
    }
}
