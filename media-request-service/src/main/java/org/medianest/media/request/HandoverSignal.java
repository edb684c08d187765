package org.medianest.media.request;

import jakarta.enterprise.context.ApplicationScoped;

/** Says that there may be something to hand over. */
@ApplicationScoped
class HandoverSignal {
    private volatile Runnable listener = () -> {};

    void wakes(Runnable whoHandsOver) {
        listener = whoHandsOver;
    }

    void wake() {
        listener.run();
    }
}
