package org.medianest.gateway.watch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How much of some time something was up, and how fast it answered. */
public record Tally(long upMs, long downMs, long maintenanceMs, int responses, long responseMs) {
    public static final Tally NOTHING = new Tally(0, 0, 0, 0, 0);

    /** How a stretch of time was, all of it. */
    public enum Verdict {
        UP,
        PARTLY,
        DOWN,
        MAINTENANCE,
        UNKNOWN
    }

    static Tally of(Beat beat, Duration covered) {
        long ms = covered.toMillis();
        return new Tally(
                beat.state() == WatchState.UP ? ms : 0,
                beat.state() == WatchState.DOWN ? ms : 0,
                beat.state() == WatchState.MAINTENANCE ? ms : 0,
                beat.responseMs() == null ? 0 : 1,
                beat.responseMs() == null ? 0 : beat.responseMs());
    }

    public Tally plus(Tally other) {
        return new Tally(
                upMs + other.upMs,
                downMs + other.downMs,
                maintenanceMs + other.maintenanceMs,
                responses + other.responses,
                responseMs + other.responseMs);
    }

    /** Between 0 and 1; null when nobody knows. Planned work counts on neither side. */
    public @Nullable Double uptime() {
        long known = upMs + downMs;
        return known == 0 ? null : (double) upMs / known;
    }

    public @Nullable Integer meanResponseMs() {
        return responses == 0 ? null : Math.toIntExact(responseMs / responses);
    }

    public Verdict verdict() {
        if (upMs > 0) {
            return downMs > 0 ? Verdict.PARTLY : Verdict.UP;
        }
        if (downMs > 0) {
            return Verdict.DOWN;
        }
        return maintenanceMs > 0 ? Verdict.MAINTENANCE : responses > 0 ? Verdict.UP : Verdict.UNKNOWN;
    }
}
