package org.medianest.auth.notification.delivery;

import org.medianest.auth.notification.NotificationKind;

/** In German. */
final class German implements Phrases {
    @Override
    public String quoted(String title) {
        return "„" + title + "“";
    }

    @Override
    public String untitled() {
        return "Dein Download";
    }

    @Override
    public String headline(NotificationKind kind, String title) {
        return switch (kind) {
            case REQUEST_DECLINED, FOLLOWED_DECLINED -> title + " wurde abgelehnt";
            case REQUEST_FAILED -> title + " ließ sich nicht beschaffen";
            case REQUEST_AVAILABLE, FOLLOWED_AVAILABLE, DOWNLOAD_IN_PLEX -> title + " ist in Plex";
        };
    }

    @Override
    public String sentence(NotificationKind kind, String title) {
        return switch (kind) {
            case REQUEST_DECLINED -> "Dein Wunsch nach " + title + " wurde abgelehnt.";
            case REQUEST_AVAILABLE -> "Dein Wunsch " + title + " ist in Plex.";
            case REQUEST_FAILED ->
                "Dein Wunsch " + title + " ließ sich nicht beschaffen. Es lässt sich noch einmal versuchen.";
            case FOLLOWED_AVAILABLE -> "Du folgst " + title + ": Der Titel ist jetzt in Plex.";
            case FOLLOWED_DECLINED -> "Du folgst " + title + ": Der Wunsch danach wurde abgelehnt.";
            case DOWNLOAD_IN_PLEX -> title + " ist in Plex, in deiner Sammlung.";
        };
    }

    @Override
    public String greeting(String name) {
        return "Hallo " + name + ",";
    }

    @Override
    public String reason() {
        return "Der Grund:";
    }

    @Override
    public String choice(String page) {
        return "MediaNest. Welche E-Mails du bekommst, bestimmst du: " + page;
    }
}
