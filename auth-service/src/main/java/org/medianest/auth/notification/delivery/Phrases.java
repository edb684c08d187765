package org.medianest.auth.notification.delivery;

import org.medianest.auth.notification.NotificationKind;

/** All that mails and push messages say by themselves, in one language. A title is given in {@linkplain #quoted quotes} already. */
interface Phrases {
    String quoted(String title);

    /** In the place of a title that nobody has said. */
    String untitled();

    /** All of it in one line. */
    String headline(NotificationKind kind, String title);

    /** What it has to do with who reads it. */
    String sentence(NotificationKind kind, String title);

    String greeting(String name);

    /** Stands above the words of whoever has decided. */
    String reason();

    /** Says where mails are chosen. */
    String choice(String page);
}
