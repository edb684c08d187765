package org.medianest.auth.user;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What people see of their own account. */
@Schema(requiredProperties = {"id", "username", "permissions", "createdAt"})
public record Me(UUID id, String username, List<String> permissions, Instant createdAt) {
    public static Me of(AppUser user) {
        return new Me(user.id(), user.username(), user.permissions(), user.createdAt());
    }
}
