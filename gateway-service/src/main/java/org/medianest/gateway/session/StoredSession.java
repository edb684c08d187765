package org.medianest.gateway.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A living session, as far as a request needs it.
 *
 * @param token null when none was asked for yet
 */
public record StoredSession(String user, @Nullable String token, Instant tokenEnds) {
    /** Without the token: it must not get into a log. */
    @Override
    public String toString() {
        return "StoredSession[" + user + "]";
    }
}
