package org.medianest.auth.notification;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What it is about, and where to look at it.
 *
 * @param tmdbId of a film or a series; null for a download
 * @param id of the request, or of the download
 */
@Schema(requiredProperties = {"type", "tmdbId", "id"})
public record NotificationLink(
        Type type, @Schema(nullable = true) @Nullable Integer tmdbId, UUID id) {

    /** Kinds of things. */
    @Schema(name = "NotificationLinkType")
    public enum Type {
        MOVIE,
        SERIES,
        DOWNLOAD
    }
}
