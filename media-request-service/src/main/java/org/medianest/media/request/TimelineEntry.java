package org.medianest.media.request;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One stop of a request.
 *
 * @param text why, or what else there is to say of it
 * @param actor who did it; null when it happened by itself
 */
public record TimelineEntry(
        Instant at,
        TimelineKind kind,
        @Schema(nullable = true) @Nullable String text,
        @Schema(nullable = true) @Nullable String actor) {}
