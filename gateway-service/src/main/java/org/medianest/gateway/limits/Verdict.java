package org.medianest.gateway.limits;

import java.time.Duration;

/** What the limits say to one request. */
public sealed interface Verdict {
    /**
     * It was counted. Of several buckets the one with the least left speaks.
     *
     * @param limit name of the limit that speaks
     * @param reset until its bucket is full again
     * @param retryAfter until one more request passes
     */
    record Counted(boolean isAllowed, String limit, long burst, long remaining, Duration reset, Duration retryAfter)
            implements Verdict {}

    /** Nothing could be counted: Redis is away, or takes no writes. */
    record Uncounted() implements Verdict {}
}
