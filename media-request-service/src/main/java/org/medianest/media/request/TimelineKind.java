package org.medianest.media.request;

/** What can happen to a request. */
public enum TimelineKind {
    ASKED,
    APPROVED,
    DECLINED,
    CANCELLED,
    TRIED_AGAIN,
    /** Approved, and nobody takes it yet. */
    HELD,
    /** Somebody gets it now. */
    SENT,
    WAITING_FOR_RELEASE,
    SEARCHING,
    DOWNLOADING,
    NEEDS_ATTENTION,
    IMPORTED,
    PARTIALLY_AVAILABLE,
    AVAILABLE,
    FAILED
}
