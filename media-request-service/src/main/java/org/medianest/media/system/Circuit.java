package org.medianest.media.system;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Leaves a system alone that does not answer, so that callers hear so at once. After the pause one call may try, and its outcome
 * decides; should it never report, the next may try after another pause.
 */
final class Circuit {
    private final int failuresToOpen;
    private final Duration pause;
    private final Clock clock;
    private int failures;
    private Instant until = Instant.MIN;

    Circuit(int failuresToOpen, Duration pause, Clock clock) {
        this.failuresToOpen = failuresToOpen;
        this.pause = pause;
        this.clock = clock;
    }

    /** Whether a call may go. One that goes must report. */
    synchronized boolean lets() {
        Instant now = clock.instant();
        if (now.isBefore(until)) {
            return false;
        }
        if (failures >= failuresToOpen) {
            until = now.plus(pause);
        }
        return true;
    }

    synchronized void succeeded() {
        failures = 0;
        until = Instant.MIN;
    }

    synchronized void failed() {
        failures = Math.min(failures + 1, failuresToOpen);
        if (failures >= failuresToOpen) {
            until = clock.instant().plus(pause);
        }
    }

    /** The system itself asks to be left alone. */
    synchronized void rest(Duration wished) {
        until = clock.instant().plus(wished);
    }
}
