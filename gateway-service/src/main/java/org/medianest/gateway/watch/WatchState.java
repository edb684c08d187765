package org.medianest.gateway.watch;

/** How something is. */
public enum WatchState {
    UP,
    DOWN,
    /** It failed, and is looked at again before anybody calls it down. */
    PENDING,
    MAINTENANCE,
    UNKNOWN;

    /** Whether one knows that it cannot be used. */
    public boolean isAway() {
        return this == DOWN || this == MAINTENANCE;
    }
}
