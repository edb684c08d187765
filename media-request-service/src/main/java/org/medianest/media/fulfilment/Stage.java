package org.medianest.media.fulfilment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How far what was approved has come, as the system that gets it says. */
public sealed interface Stage {
    /** Held by nobody yet: no system is connected, it does not answer, or it has not taken it so far. */
    record Approved() implements Stage {}

    /**
     * Watched, but not out yet.
     *
     * @param date when it may be had at the earliest, null while nobody knows
     */
    record WaitingForRelease(@Nullable LocalDate date) implements Stage {}

    /** Watched, out, and not found so far. */
    record Searching() implements Stage {}

    /**
     * On its way.
     *
     * @param percent 0 to 100
     * @param etaSeconds null while nobody knows
     */
    record Downloading(double percent, @Nullable Long etaSeconds) implements Stage {}

    /**
     * Somebody must look after it.
     *
     * @param reason a sentence for people
     */
    record NeedsAttention(String reason) implements Stage {}

    /** All of it is where Plex finds it. */
    record Imported() implements Stage {}

    /**
     * Refused over there.
     *
     * @param reason a sentence for people
     */
    record Declined(String reason) implements Stage {}

    /** Whether nothing more comes after it. */
    default boolean isLast() {
        return this instanceof Imported || this instanceof Declined;
    }
}
