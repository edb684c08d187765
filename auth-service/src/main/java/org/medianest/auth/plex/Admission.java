package org.medianest.auth.plex;

import org.medianest.auth.user.AppUser;

/** Whether somebody whom Plex knows may come in. */
sealed interface Admission {
    record Admitted(AppUser user) implements Admission {}

    /** @param sentence why not, and what they can do */
    record Refused(String sentence) implements Admission {}
}
