package org.medianest.commons.circuit;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Keeps callers away from who does not answer, so that they hear so at once. For any number of threads.
 *
 * <p>After some failures in a row nobody passes until a pause is over. Then one may try, and its outcome decides; should it never
 * report, the next may try after the same pause.
 */
public final class Circuit {
    /** @param until nobody passes before, by the clock; the past while nobody is kept away */
    private record State(int failures, long until) {}

    private final int failuresToOpen;
    private final long pause;
    private final LongSupplier nanos;
    private final State well;
    /** Written under the lock only; read without it, as long as all is well. */
    private volatile State state;

    public Circuit(int failuresToOpen, Duration pause) {
        this(failuresToOpen, pause, System::nanoTime);
    }

    /** @param nanos a clock that only goes forward */
    Circuit(int failuresToOpen, Duration pause, LongSupplier nanos) {
        this.failuresToOpen = failuresToOpen;
        this.pause = pause.toNanos();
        this.nanos = nanos;
        this.well = new State(0, nanos.getAsLong());
        this.state = well;
    }

    /** Whether a call may go. One that goes must report {@link #succeeded}, {@link #failed} or {@link #rest}. */
    public boolean lets() {
        return refusal().isEmpty();
    }

    /** The same in other words: empty when a call may go; else how long to stay away. */
    public Optional<Duration> refusal() {
        return state == well ? Optional.empty() : refusalUnlessWell();
    }

    private synchronized Optional<Duration> refusalUnlessWell() {
        long now = nanos.getAsLong();
        long left = state.until - now;
        if (left > 0) {
            return Optional.of(Duration.ofNanos(left));
        }
        if (state.failures == failuresToOpen) {
            state = new State(failuresToOpen, now + pause);
        }
        return Optional.empty();
    }

    public void succeeded() {
        if (state != well) {
            recovered();
        }
    }

    private synchronized void recovered() {
        state = well;
    }

    public synchronized void failed() {
        int failures = Math.min(state.failures + 1, failuresToOpen);
        state = new State(failures, failures == failuresToOpen ? nanos.getAsLong() + pause : state.until);
    }

    /** Who is called asks to be left alone for a while. */
    public synchronized void rest(Duration wished) {
        state = new State(state.failures, nanos.getAsLong() + wished.toNanos());
    }

    /** Whether it answers, as far as is known. One that has to prove itself is not closed before it has. */
    public boolean isClosed() {
        State now = state;
        return now == well || now.failures < failuresToOpen && now.until - nanos.getAsLong() <= 0;
    }
}
