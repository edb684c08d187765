package org.medianest.media.request;

import java.util.EnumSet;
import java.util.Set;

/** Where a request is in its life, and where it may go from there. The only place that says so. */
public enum RequestState {
    /** Somebody must say yes or no. */
    PENDING("waits for approval"),
    /** It may be got; nobody gets it yet. */
    APPROVED("has been approved"),
    /** It is being got. */
    PROCESSING("is on its way"),
    /** Some of the episodes are in Plex. */
    PARTIALLY_AVAILABLE("is partly in Plex"),
    AVAILABLE("is in Plex"),
    DECLINED("was declined"),
    /** It could not be handed over. It can be tried again. */
    FAILED("has failed"),
    CANCELLED("was cancelled");

    private final String words;

    RequestState(String words) {
        this.words = words;
    }

    /** The states that may follow this one. */
    public Set<RequestState> next() {
        return switch (this) {
            // Plex may have it before anybody decides: somebody put it there by hand
            case PENDING -> EnumSet.of(APPROVED, AVAILABLE, DECLINED, CANCELLED);
            case APPROVED -> EnumSet.of(PROCESSING, PARTIALLY_AVAILABLE, AVAILABLE, DECLINED, FAILED, CANCELLED);
            // those who had it may hold it no longer, or are to try again
            case PROCESSING -> EnumSet.of(APPROVED, PARTIALLY_AVAILABLE, AVAILABLE, DECLINED, FAILED, CANCELLED);
            case PARTIALLY_AVAILABLE -> EnumSet.of(AVAILABLE, DECLINED, CANCELLED);
            case FAILED -> EnumSet.of(APPROVED, PROCESSING, PARTIALLY_AVAILABLE, AVAILABLE, CANCELLED);
            case AVAILABLE, DECLINED, CANCELLED -> EnumSet.noneOf(RequestState.class);
        };
    }

    public boolean canBecome(RequestState next) {
        return next().contains(next);
    }

    /** Somebody still waits for it. The tables say the same. */
    public boolean isOpen() {
        return !next().isEmpty();
    }

    /** What is being got, or handed over. */
    boolean isUnderWay() {
        return this == APPROVED || this == PROCESSING || this == PARTIALLY_AVAILABLE;
    }

    /** As a person would say it: "It …". */
    String inWords() {
        return words;
    }
}
