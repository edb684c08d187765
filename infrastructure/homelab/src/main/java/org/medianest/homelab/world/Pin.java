package org.medianest.homelab.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to sign in with Plex.
 *
 * @param strong started for a browser, with a code that nobody types
 * @param authToken of the person who claimed it
 */
public record Pin(
        long id,
        String code,
        String clientIdentifier,
        String product,
        boolean strong,
        Instant createdAt,
        Instant expiresAt,
        @Nullable String authToken) {
    Pin claimedBy(String token) {
        return new Pin(id, code, clientIdentifier, product, strong, createdAt, expiresAt, token);
    }
}
