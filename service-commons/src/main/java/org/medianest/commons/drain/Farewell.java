package org.medianest.commons.drain;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long the threads of the background may still take when the process ends: ten seconds for all of them together, from the first that
 * is waited for. With Postgres and Redis away each of them might need as long, and a process that exceeds its container's time is killed.
 */
@ApplicationScoped
public class Farewell {
    private static final Duration FOR_ALL = Duration.ofSeconds(10);

    private @Nullable Long endsAt;

    /** Until the thread has ended or nothing is left; threads that were never started have ended. Tell it to stop before. */
    public void await(@Nullable Thread thread) {
        if (thread == null) {
            return;
        }
        try {
            thread.join(left());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Duration left() {
        long now = System.nanoTime();
        if (endsAt == null) {
            endsAt = now + FOR_ALL.toNanos();
        }
        return Duration.ofNanos(endsAt - now);
    }
}
