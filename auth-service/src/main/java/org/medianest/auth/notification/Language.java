package org.medianest.auth.notification;

/** What mails and push messages are written in: the languages of the web UI, which says them in whatever its reader has chosen. */
public enum Language {
    EN,
    DE,
    FR
}
