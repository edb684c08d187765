package org.medianest.auth.session;

import java.time.Duration;
import java.util.UUID;

/**
 * A session as its owner holds it.
 *
 * @param rawId what the cookie says; only its hash is stored
 * @param id its public name, in tokens and events
 * @param idle how long it lives without being used
 */
public record Session(String rawId, UUID id, UUID userId, Duration idle) {
    /** Never into a log. */
    @Override
    public String toString() {
        return "Session[" + id + "]";
    }
}
