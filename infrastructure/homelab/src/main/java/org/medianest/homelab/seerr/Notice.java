package org.medianest.homelab.seerr;

/** What is told, with its bit and the words of its event; %s is Movie or Series. */
enum Notice {
    MEDIA_PENDING(2, "New %s Request"),
    MEDIA_APPROVED(4, "%s Request Approved"),
    MEDIA_AVAILABLE(8, "%s Request Now Available"),
    MEDIA_FAILED(16, "%s Request Failed"),
    TEST_NOTIFICATION(32, ""),
    MEDIA_DECLINED(64, "%s Request Declined"),
    MEDIA_AUTO_APPROVED(128, "%s Request Automatically Approved");

    private final int bit;
    private final String event;

    Notice(int bit, String event) {
        this.bit = bit;
        this.event = event;
    }

    boolean isIn(int types) {
        return (types & bit) != 0;
    }

    String event(boolean movie) {
        return event.formatted(movie ? "Movie" : "Series");
    }
}
