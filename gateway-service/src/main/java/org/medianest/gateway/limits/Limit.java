package org.medianest.gateway.limits;

import java.time.Duration;
import java.util.Locale;

/**
 * A token bucket for each of those whom it counts.
 *
 * @param name for metrics and in Redis: one of a handful
 * @param burst how much a bucket holds
 * @param refill how long it takes to fill one from empty
 */
public record Limit(Counts counts, String name, int burst, Duration refill) {
    /** Whom a limit counts. */
    public enum Counts {
        /** Somebody with a session, wherever they are. */
        PERSON,
        /** Who has no session, by address. */
        STRANGER,
        /** Everybody, by address. */
        ADDRESS;

        private final String word = name().toLowerCase(Locale.ROOT);

        /** How the script calls it. */
        public String word() {
            return word;
        }
    }

    public Limit {
        if (burst < 1 || refill.toMillis() < 1) {
            throw new IllegalArgumentException("a limit allows at least one request: " + name);
        }
    }

    /** A bucket that holds a burst, and gains so many tokens in that time. */
    static Limit of(Counts counts, String name, LimitConfig.Rate rate) {
        return new Limit(
                counts,
                name,
                rate.burst(),
                rate.per().multipliedBy(rate.burst()).dividedBy(rate.requests()));
    }
}
