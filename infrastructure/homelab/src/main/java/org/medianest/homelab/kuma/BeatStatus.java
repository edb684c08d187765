package org.medianest.homelab.kuma;

/** How a monitor found what it looks after; in the order of Uptime Kuma's numbers. */
public enum BeatStatus {
    DOWN,
    UP,
    PENDING,
    MAINTENANCE;

    int number() {
        return ordinal();
    }
}
