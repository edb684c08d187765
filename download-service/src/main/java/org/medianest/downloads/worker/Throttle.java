package org.medianest.downloads.worker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Lets through so much and no more; what matters passes always. Not thread-safe. */
final class Throttle {
    private final Clock clock;
    private final Duration gap;
    private Instant next = Instant.MIN;

    Throttle(Clock clock, Duration gap) {
        this.clock = clock;
        this.gap = gap;
    }

    /** Whether it is time again. */
    boolean isDue() {
        return lets(false);
    }

    boolean lets(boolean important) {
        Instant now = clock.instant();
        if (!important && now.isBefore(next)) {
            return false;
        }
        next = now.plus(gap);
        return true;
    }
}
