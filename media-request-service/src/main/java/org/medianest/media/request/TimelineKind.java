package org.medianest.media.request;

/** What can happen to a request. */
public enum TimelineKind {
    ASKED,
    APPROVED,
    DECLINED,
    CANCELLED,
    /** What was changed for it where it was being got is as it was before, or stays: the text says which. */
    TAKEN_BACK,
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
