package org.medianest.auth.notification.delivery;

import org.medianest.auth.notification.NotificationKind;

/** In English. */
final class English implements Phrases {
    @Override
    public String quoted(String title) {
        return "“" + title + "”";
    }

    @Override
    public String untitled() {
        return "Your download";
    }

    @Override
    public String headline(NotificationKind kind, String title) {
        return switch (kind) {
            case REQUEST_DECLINED, FOLLOWED_DECLINED -> title + " was declined";
            case REQUEST_FAILED -> title + " could not be got";
            case REQUEST_AVAILABLE, FOLLOWED_AVAILABLE, DOWNLOAD_IN_PLEX -> title + " is in Plex";
        };
    }

    @Override
    public String sentence(NotificationKind kind, String title) {
        return switch (kind) {
            case REQUEST_DECLINED -> "Your request for " + title + " was declined.";
            case REQUEST_AVAILABLE -> title + ", which you asked for, is in Plex.";
            case REQUEST_FAILED -> title + ", which you asked for, could not be got. It can be tried again.";
            case FOLLOWED_AVAILABLE -> title + ", which you follow, is in Plex.";
            case FOLLOWED_DECLINED -> title + ", which you follow, was declined.";
            case DOWNLOAD_IN_PLEX -> title + " is in Plex, in your collection.";
        };
    }

    @Override
    public String greeting(String name) {
        return "Hello " + name + ",";
    }

    @Override
    public String reason() {
        return "The reason:";
    }

    @Override
    public String choice(String page) {
        return "MediaNest. Which mails you get is up to you: " + page;
    }
}
