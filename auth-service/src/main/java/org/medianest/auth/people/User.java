package org.medianest.auth.people;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.medianest.auth.plex.Standing;

/** A person as an admin sees them. */
@Schema(
        requiredProperties = {
            "id",
            "username",
            "displayName",
            "permissions",
            "suspended",
            "plexUsername",
            "plexStanding",
            "createdAt",
            "lastSeenAt"
        })
public record User(
        UUID id,
        String username,

        @Schema(description = "How they are called; the username when they have no other name")
        String displayName,

        List<String> permissions,
        boolean suspended,

        @Schema(nullable = true, description = "What Plex calls them; null when they have no Plex account linked")
        @Nullable
        String plexUsername,

        @Schema(nullable = true, description = "How their Plex account stands with us") @Nullable
        Standing plexStanding,

        Instant createdAt,

        @Schema(nullable = true, description = "When they last used it, to some minutes; null when they never did")
        @Nullable
        Instant lastSeenAt) {
    public User {
        permissions = List.copyOf(permissions);
    }
}
