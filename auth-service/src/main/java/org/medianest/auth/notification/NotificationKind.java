package org.medianest.auth.notification;

/** What has happened. The sentence is made by whoever shows it. */
public enum NotificationKind {
    REQUEST_DECLINED,
    REQUEST_AVAILABLE,
    REQUEST_FAILED,
    FOLLOWED_AVAILABLE,
    FOLLOWED_DECLINED,
    DOWNLOAD_IN_PLEX
}
