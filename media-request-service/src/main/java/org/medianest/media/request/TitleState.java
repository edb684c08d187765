package org.medianest.media.request;

/** The honest states of a title. Nothing else is shown. */
public enum TitleState {
    NOT_REQUESTED,
    AWAITING_APPROVAL,
    /** Approved, not yet sent. */
    APPROVED_QUEUED,
    WAITING_FOR_RELEASE,
    SEARCHING,
    DOWNLOADING,
    /** Somebody must look after it; there is a reason. */
    NEEDS_ATTENTION,
    IMPORTED_NOT_IN_PLEX,
    PARTLY_AVAILABLE,
    AVAILABLE,
    DECLINED,
    CANCELLED,
    /** It was in Plex, and is gone for certain. */
    REMOVED
}
