package org.medianest.homelab.seerr;

/** How far a request is, with Seerr's numbers. */
public enum RequestStatus {
    PENDING(1),
    APPROVED(2),
    DECLINED(3),
    FAILED(4),
    /** Overseerr does not have it. */
    COMPLETED(5);

    private final int number;

    RequestStatus(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** Whether it still stands in the way of another one for the same. */
    boolean isOpen() {
        return this != DECLINED && this != COMPLETED;
    }
}
