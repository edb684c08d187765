package org.medianest.media.integration;

import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a system is to be connected. */
public record IntegrationRequest(
        @Schema(description = "Where it is; not for TMDB, which is at one place for all") @Size(max = 1000) @Nullable
        String url,

        @Schema(description = "Its key; without one the key that is there stays") @Size(min = 1, max = 1000) @Nullable
        String secret,

        @Schema(description = "For Plex, in place of url and secret: what /auth/plex/servers gave for the server")
        @Size(min = 1, max = 8000)
        @Nullable
        String grant,

        @Schema(description = "What the admin has chosen for it") @Size(max = 20) @Nullable
        Map<String, Object> options) {}
