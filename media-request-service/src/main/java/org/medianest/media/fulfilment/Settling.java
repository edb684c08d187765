package org.medianest.media.fulfilment;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Tells when what was on its way to a system must have arrived. It goes by the time that passes in this process, which nobody can set: by
 * the clock of the day, one that is set forward would have us not wait at all, and miss what arrives later; and one that is set back
 * would have us wait for hours. Another process begins to wait anew, so that it may be longer, and is never shorter.
 */
final class Settling {
    private final LongSupplier nanoTime;
    private final Map<UUID, Long> since = new ConcurrentHashMap<>();

    Settling(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Whether it has been so long since this was first asked of the order. Nothing new may be on its way by then. */
    boolean isOver(UUID requestId, Duration longest) {
        long now = nanoTime.getAsLong();
        return now - since.computeIfAbsent(requestId, id -> now) >= longest.toNanos();
    }

    void forget(UUID requestId) {
        since.remove(requestId);
    }
}
