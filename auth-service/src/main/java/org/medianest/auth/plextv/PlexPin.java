package org.medianest.auth.plextv;

import java.time.Duration;

/**
 * A sign-in that has begun at plex.tv.
 *
 * @param code what the browser, or the person at plex.tv/link, shows there
 * @param life how long it can be claimed
 */
public record PlexPin(long id, String code, Duration life) {
    @Override
    public String toString() {
        return "PlexPin[" + id + "]";
    }
}
