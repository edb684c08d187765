package org.medianest.auth.notification.delivery;

import org.medianest.auth.notification.NotificationKind;

/** In French, with its spaces that never break a line. */
final class French implements Phrases {
    @Override
    public String quoted(String title) {
        return "«\u00a0" + title + "\u00a0»";
    }

    @Override
    public String untitled() {
        return "Votre téléchargement";
    }

    @Override
    public String headline(NotificationKind kind, String title) {
        return switch (kind) {
            case REQUEST_DECLINED, FOLLOWED_DECLINED -> "Refusé\u00a0: " + title;
            case REQUEST_FAILED -> "Introuvable\u00a0: " + title;
            case REQUEST_AVAILABLE, FOLLOWED_AVAILABLE, DOWNLOAD_IN_PLEX -> title + " est dans Plex";
        };
    }

    @Override
    public String sentence(NotificationKind kind, String title) {
        return switch (kind) {
            case REQUEST_DECLINED -> "Votre demande pour " + title + " a été refusée.";
            case REQUEST_AVAILABLE -> title + ", que vous avez demandé, est dans Plex.";
            case REQUEST_FAILED ->
                title + ", que vous avez demandé, n’a pas pu être obtenu. Un nouvel essai est possible.";
            case FOLLOWED_AVAILABLE -> title + ", que vous suivez, est dans Plex.";
            case FOLLOWED_DECLINED -> "La demande pour " + title + ", que vous suivez, a été refusée.";
            case DOWNLOAD_IN_PLEX -> title + " est dans Plex, dans votre collection.";
        };
    }

    @Override
    public String greeting(String name) {
        return "Bonjour " + name + ",";
    }

    @Override
    public String reason() {
        return "La raison\u00a0:";
    }

    @Override
    public String choice(String page) {
        return "MediaNest. C’est vous qui choisissez les e-mails que vous recevez\u00a0: " + page;
    }
}
