package org.medianest.auth.plex;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A sign-in with Plex that has begun, as its browser sees it. */
@Schema(requiredProperties = {"id", "method", "authUrl", "code", "linkUrl", "expiresAt"})
public record Pin(
        UUID id,
        PinMethod method,

        @Schema(nullable = true, implementation = String.class, description = "BROWSER: the page of Plex to open")
        @Nullable
        URI authUrl,

        @Schema(nullable = true, description = "LINK_CODE: what to type at linkUrl") @Nullable
        String code,

        @Schema(nullable = true, implementation = String.class, description = "LINK_CODE: where to type the code")
        @Nullable
        URI linkUrl,

        Instant expiresAt) {
    static Pin of(PlexSignIn.Begun begun) {
        return new Pin(
                begun.ticket().id(),
                begun.method(),
                begun.authUrl(),
                begun.code(),
                begun.linkUrl(),
                begun.ticket().expiresAt());
    }
}
