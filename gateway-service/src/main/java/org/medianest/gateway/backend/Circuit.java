package org.medianest.gateway.backend;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps requests away from a service that does not answer, so that its callers hear so at once. Asked from several event loops.
 *
 * <p>Closed: all pass. Open: none passes until the pause is over. Half open: one passes, and its outcome decides.
 */
public final class Circuit {
    private sealed interface State {
        record Closed(int failures) implements State {}

        record Open(Instant until) implements State {}

        /** One request is on its way; should it never report, the next may try after the same pause. */
        record HalfOpen(Instant until) implements State {}
    }

    private static final State WELL = new State.Closed(0);

    private final int failuresToOpen;
    private final Duration pause;
    private final Clock clock;
    /** Written under the lock only; read without it, as long as all is well. */
    private volatile State state = WELL;

    public Circuit(int failuresToOpen, Duration pause, Clock clock) {
        this.failuresToOpen = failuresToOpen;
        this.pause = pause;
        this.clock = clock;
    }

    /** Empty when the request may go; else how long to stay away. Who may go must report {@link #succeeded} or {@link #failed}. */
    public Optional<Duration> refusal() {
        return isClosed() ? Optional.empty() : refusalUnlessClosed();
    }

    private synchronized Optional<Duration> refusalUnlessClosed() {
        return switch (state) {
            case State.Closed closed -> Optional.empty();
            case State.Open(Instant until) -> tryAgainAfter(until, clock.instant());
            case State.HalfOpen(Instant until) -> tryAgainAfter(until, clock.instant());
        };
    }

    public void succeeded() {
        if (state != WELL) {
            recovered();
        }
    }

    private synchronized void recovered() {
        state = WELL;
    }

    public synchronized void failed() {
        int failures = state instanceof State.Closed(int before) ? before + 1 : failuresToOpen;
        state = failures >= failuresToOpen ? new State.Open(clock.instant().plus(pause)) : new State.Closed(failures);
    }

    public boolean isClosed() {
        return state instanceof State.Closed;
    }

    private Optional<Duration> tryAgainAfter(Instant until, Instant now) {
        if (now.isBefore(until)) {
            return Optional.of(Duration.between(now, until));
        }
        state = new State.HalfOpen(now.plus(pause));
        return Optional.empty();
    }
}
