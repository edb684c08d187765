package org.medianest.local.process;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How long to wait before a process that died is started again: 1, 2, 4 … seconds, and after five deaths within a minute no more. */
public record BackOff(List<Instant> deaths) {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int LIMIT = 5;

    public BackOff {
        deaths = List.copyOf(deaths);
    }

    public static BackOff fresh() {
        return new BackOff(List.of());
    }

    public BackOff diedAt(Instant now) {
        return new BackOff(Stream.concat(
                        deaths.stream().filter(death -> death.isAfter(now.minus(WINDOW))), Stream.of(now))
                .toList());
    }

    /** Empty when it is given up. */
    public Optional<Duration> delay() {
        if (deaths.isEmpty()) {
            return Optional.of(Duration.ZERO);
        }
        return deaths.size() >= LIMIT ? Optional.empty() : Optional.of(Duration.ofSeconds(1L << (deaths.size() - 1)));
    }
}
