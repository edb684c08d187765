package org.medianest.gateway.watch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How something was found.
 *
 * @param message why, in words
 * @param covers how long before that it had been so
 */
public record Beat(
        String id,
        Instant at,
        WatchState state,
        @Nullable String message,
        @Nullable Integer responseMs,
        Duration covers) {}
