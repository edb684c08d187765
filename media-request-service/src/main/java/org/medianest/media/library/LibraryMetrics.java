package org.medianest.media.library;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How old the copy of the library is. */
@ApplicationScoped
class LibraryMetrics {
    private volatile @Nullable Instant scanned;

    LibraryMetrics(MeterRegistry meters, Clock clock) {
        Gauge.builder("medianest.library.scan.age", () -> age(clock))
                .baseUnit("seconds")
                .description("Time since Plex was last read whole; only where this replica reads, and has done so once")
                .register(meters);
    }

    /** @param when the last whole scan ended; null when there was none, or somebody else scans */
    void scanned(@Nullable Instant when) {
        scanned = when;
    }

    private double age(Clock clock) {
        Instant last = scanned;
        return last == null
                ? Double.NaN
                : Duration.between(last, clock.instant()).toMillis() / 1_000.0;
    }
}
