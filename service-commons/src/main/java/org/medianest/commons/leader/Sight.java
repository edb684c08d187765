package org.medianest.commons.leader;

import java.time.Duration;
import java.time.Instant;

/**
 * How a candidate found the row of a task.
 *
 * @param released whether its leader has let it go
 * @param since when it first looked like this, by {@link System#nanoTime}
 */
record Sight(String task, long epoch, Instant until, boolean released, long since) {

    /** Whether its leader has let it go, or not touched it for so long. */
    boolean isFree(Duration life, long now) {
        return released || now - since > life.toNanos();
    }

    boolean looksLike(Sight other) {
        return epoch == other.epoch && until.equals(other.until);
    }
}
