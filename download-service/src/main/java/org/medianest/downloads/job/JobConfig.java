package org.medianest.downloads.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How jobs are handed out. */
@ConfigMapping(prefix = "medianest.downloads.jobs")
public interface JobConfig {
    /** How long a worker may stay silent before another may take its job. */
    @WithDefault("30s")
    Duration lease();

    /** A job that its worker did not survive so many times is not given to another. */
    @WithDefault("5")
    int maxCrashes();

    /** How long an idempotency key is remembered. */
    @WithDefault("24h")
    Duration idempotency();

    /** How long a download is kept once it has ended, its file included; without it, until its owner removes it. */
    Optional<Duration> kept();
}
