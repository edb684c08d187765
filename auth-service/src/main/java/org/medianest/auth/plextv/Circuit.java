package org.medianest.auth.plextv;

import java.time.Duration;
import java.util.function.LongSupplier;

/** After some questions in a row without an answer none is asked for a while: nobody waits for what does not come. Thread safe. */
final class Circuit {
    static final int PATIENCE = 5;
    static final Duration REST = Duration.ofSeconds(10);

    private final LongSupplier nanos;
    private int unanswered;
    private long openUntil;

    /** @param nanos a clock that only goes forward */
    Circuit(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Whether to ask. After the rest one question is let through, and what comes of it decides. */
    synchronized boolean lets() {
        if (unanswered < PATIENCE) {
            return true;
        }
        boolean isRested = nanos.getAsLong() - openUntil >= 0;
        if (isRested) {
            openUntil = nanos.getAsLong() + REST.toNanos();
        }
        return isRested;
    }

    synchronized void answered() {
        unanswered = 0;
    }

    synchronized void unanswered() {
        unanswered++;
        openUntil = nanos.getAsLong() + REST.toNanos();
    }
}
