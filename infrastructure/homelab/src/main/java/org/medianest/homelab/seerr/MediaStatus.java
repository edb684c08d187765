package org.medianest.homelab.seerr;

/** How far a title is, with Seerr's numbers. */
public enum MediaStatus {
    UNKNOWN(1),
    PENDING(2),
    PROCESSING(3),
    PARTIALLY_AVAILABLE(4),
    AVAILABLE(5),
    BLOCKLISTED(6),
    DELETED(7);

    private final int number;

    MediaStatus(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
