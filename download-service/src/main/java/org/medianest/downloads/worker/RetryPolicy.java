package org.medianest.downloads.worker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/** When a failed download is tried again by itself, if ever. */
@ApplicationScoped
class RetryPolicy {
    private static final int MAX_DOUBLINGS = 6;

    private final Duration pause;
    private final Duration rateLimitPause;
    private final DoubleSupplier chance;

    @Inject
    RetryPolicy(WorkerConfig config) {
        this(
                config.worker().retryPause(),
                config.worker().rateLimitPause(),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    RetryPolicy(Duration pause, Duration rateLimitPause, DoubleSupplier chance) {
        this.pause = pause;
        this.rateLimitPause = rateLimitPause;
        this.chance = chance;
    }

    /** @param failedBefore attempts that failed before this one */
    Optional<Duration> delayAfter(DownloadFailure failure, int failedBefore) {
        DownloadFailure.Retry retry = failure.retry();
        return failedBefore >= retry.times()
                ? Optional.empty()
                : Optional.of(
                        switch (retry) {
                            case AFTER_RATE_LIMIT -> grown(rateLimitPause, Math.min(failedBefore, 2));
                            default -> grown(pause, failedBefore);
                        });
    }

    /** Doubles every time, give or take a fifth, so that what failed together does not come back together. */
    private Duration grown(Duration first, int failedBefore) {
        double factor = (1L << Math.min(failedBefore, MAX_DOUBLINGS)) * (0.8 + 0.4 * chance.getAsDouble());
        return Duration.ofMillis(Math.round(first.toMillis() * factor));
    }
}
