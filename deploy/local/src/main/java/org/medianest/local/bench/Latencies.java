package org.medianest.local.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.medianest.local.place.Refusal;
import org.medianest.local.visit.Json;

/** How long each of many answers took, in nanoseconds, and how long all of them together. */
record Latencies(long[] nanos, Duration all) {

    Latencies {
        if (nanos.length == 0) {
            throw new Refusal("Nothing was answered.");
        }
        nanos = nanos.clone();
        Arrays.sort(nanos);
    }

    double perSecond() {
        return nanos.length * 1e9 / all.toNanos();
    }

    /** What this share of all answers did not take longer than, by the nearest rank. */
    double millis(double share) {
        int rank = (int) Math.ceil(share * nanos.length);
        return nanos[Math.max(rank, 1) - 1] / 1e6;
    }

    Json.Object json() {
        return Json.object()
                .put("perSecond", perSecond())
                .put("p50Millis", millis(0.5))
                .put("p99Millis", millis(0.99))
                .put("answers", nanos.length);
    }

    String text() {
        return String.format(Locale.ROOT, "%.0f/s, p50 %.1f ms, p99 %.1f ms", perSecond(), millis(0.5), millis(0.99));
    }
}
