package org.medianest.gateway.watch;

import org.jspecify.annotations.Nullable;

/** What a source says of the last 24 hours and of the last 30 days, between 0 and 1. */
public record ToldUptime(@Nullable Double day, @Nullable Double month) {
    /** What is known after hearing this too. */
    public ToldUptime and(ToldUptime later) {
        return new ToldUptime(later.day == null ? day : later.day, later.month == null ? month : later.month);
    }
}
