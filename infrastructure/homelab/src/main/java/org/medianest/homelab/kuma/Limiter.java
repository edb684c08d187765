package org.medianest.homelab.kuma;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** So many in a minute, from everybody together. Not thread safe. */
final class Limiter {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final int most;
    private final Deque<Instant> passed = new ArrayDeque<>();

    Limiter(int most) {
        this.most = most;
    }

    boolean pass(Instant now) {
        while (!passed.isEmpty() && !passed.peekFirst().isAfter(now.minus(WINDOW))) {
            passed.removeFirst();
        }
        if (passed.size() >= most) {
            return false;
        }
        passed.addLast(now);
        return true;
    }

    void reset() {
        passed.clear();
    }
}
