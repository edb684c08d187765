package org.medianest.gateway.limits;

import java.time.Duration;

/**
 * A token bucket in Redis.
 *
 * @param name of the limit, for metrics: one of a handful
 * @param key in Redis
 * @param burst how much it holds
 * @param refill how long it takes to fill it from empty
 */
record Bucket(String name, String key, int burst, Duration refill) {
    Bucket {
        if (burst < 1 || refill.toMillis() < 1) {
            throw new IllegalArgumentException("a limit allows at least one request: " + name);
        }
    }

    /** A bucket of so many tokens that gains {@code requests} in the time {@code per}. */
    static Bucket of(String name, String key, int requests, Duration per, int burst) {
        return new Bucket(
                name, "rate:" + name + ":" + key, burst, per.multipliedBy(burst).dividedBy(requests));
    }
}
