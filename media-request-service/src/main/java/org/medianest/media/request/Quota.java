package org.medianest.media.request;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How much a person may still ask for: films, or seasons of series.
 *
 * @param limit null when there is none for them
 * @param used within the last days of the window
 * @param remaining null when there is no limit
 * @param freeAgainAt when one more may be asked for; null when that may be done now
 */
public record Quota(
        @Schema(nullable = true) @Nullable Integer limit,
        int windowDays,
        int used,
        @Schema(nullable = true) @Nullable Integer remaining,
        @Schema(nullable = true) @Nullable Instant freeAgainAt) {}
