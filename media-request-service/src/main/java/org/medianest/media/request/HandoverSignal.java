package org.medianest.media.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Says that there may be something to hand over. */
@ApplicationScoped
class HandoverSignal {
    private final Semaphore wake = new Semaphore(0);

    void wake() {
        wake.release();
    }

    /** Until somebody wakes us, or for so long. */
    void await(Duration longest) throws InterruptedException {
        if (wake.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        }
    }
}
