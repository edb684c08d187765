package org.medianest.auth.notification;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person was told.
 *
 * @param title of the film, the series or the download; null when nobody has said it
 * @param reason for people; null when there is nothing to say
 * @param readAt when they have read it; null when they have not
 */
@Schema(requiredProperties = {"id", "kind", "title", "reason", "link", "createdAt", "readAt"})
public record Notification(
        UUID id,
        NotificationKind kind,
        @Schema(nullable = true) @Nullable String title,
        @Schema(nullable = true) @Nullable String reason,
        NotificationLink link,
        Instant createdAt,
        @Schema(nullable = true) @Nullable Instant readAt) {}
