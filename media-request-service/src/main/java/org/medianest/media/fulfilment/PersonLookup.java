package org.medianest.media.fulfilment;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who the people are, for systems that keep people of their own. Whoever keeps our copy of people implements it. */
public interface PersonLookup {
    /** Empty while nothing has been heard of them. */
    Uni<Optional<Known>> find(UUID personId);

    /**
     * A person.
     *
     * @param name how they want to be called
     * @param plexId of their Plex account, null when they have linked none
     */
    record Known(String name, @Nullable Long plexId) {}
}
