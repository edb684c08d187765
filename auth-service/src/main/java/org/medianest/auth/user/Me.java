package org.medianest.auth.user;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What people see of their own account.
 *
 * @param displayName how they are called; the username when they have no other name
 * @param plexLinked whether they can sign in with Plex
 */
@Schema(requiredProperties = {"id", "username", "displayName", "permissions", "createdAt", "plexLinked"})
public record Me(
        UUID id, String username, String displayName, List<String> permissions, Instant createdAt, boolean plexLinked) {
    public static Me of(AppUser user) {
        return new Me(
                user.id(), user.username(), user.name(), user.permissions(), user.createdAt(), user.plexId() != null);
    }
}
