package org.medianest.media.fulfilment;

import java.time.Instant;

/**
 * What came of trying so far, and when to go on.
 *
 * @param again whether it was handed over before, so that this is another try
 * @param failures how often in a row a system could not be asked
 * @param nextAt when it is to be looked at, or handed over, next
 */
public record Tries(boolean again, int failures, Instant nextAt) {
    static Tries none(Instant nextAt) {
        return new Tries(false, 0, nextAt);
    }

    boolean isDue(Instant now) {
        return !nextAt.isAfter(now);
    }
}
