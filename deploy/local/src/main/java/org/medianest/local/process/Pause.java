package org.medianest.local.process;

import java.time.Duration;
import java.util.concurrent.CancellationException;

/** Waiting between two looks at something that cannot call back: another process. */
public final class Pause {
    private Pause() {}

    public static void of(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }
}
