package org.medianest.gateway.limits;

import java.time.Duration;

/**
 * What the buckets say to one request; of several the one with the least left speaks.
 *
 * @param limit name of the bucket that speaks
 * @param reset until it is full again
 * @param retryAfter until one more request passes
 */
record Verdict(boolean isAllowed, String limit, int burst, long remaining, Duration reset, Duration retryAfter) {}
