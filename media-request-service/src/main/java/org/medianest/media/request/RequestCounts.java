package org.medianest.media.request;

import java.util.Map;

/** How many requests are in which state. */
public record RequestCounts(
        long total,
        long pending,
        long approved,
        long processing,
        long partiallyAvailable,
        long available,
        long declined,
        long failed,
        long cancelled) {
    static RequestCounts of(Map<RequestState, Long> counts) {
        return new RequestCounts(
                counts.values().stream().mapToLong(Long::longValue).sum(),
                counts.getOrDefault(RequestState.PENDING, 0L),
                counts.getOrDefault(RequestState.APPROVED, 0L),
                counts.getOrDefault(RequestState.PROCESSING, 0L),
                counts.getOrDefault(RequestState.PARTIALLY_AVAILABLE, 0L),
                counts.getOrDefault(RequestState.AVAILABLE, 0L),
                counts.getOrDefault(RequestState.DECLINED, 0L),
                counts.getOrDefault(RequestState.FAILED, 0L),
                counts.getOrDefault(RequestState.CANCELLED, 0L));
    }
}
