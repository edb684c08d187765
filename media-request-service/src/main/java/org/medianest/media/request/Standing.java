package org.medianest.media.request;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a title stands for somebody.
 *
 * @param percent of its download, 0 to 100
 * @param reason why it stands so, when there is something to say
 * @param requestId of the request that it is about, when it is theirs to see
 * @param mine they asked for it
 * @param following they hear of it although they have not asked for it
 * @param followers how many wait for it beside who asked for it
 * @param playUrl where it plays
 * @param releaseDate when it may be had at the earliest
 */
public record Standing(
        TitleState state,
        @Schema(nullable = true) @Nullable Double percent,
        @Schema(nullable = true) @Nullable Long etaSeconds,
        @Schema(nullable = true) @Nullable String reason,
        @Schema(nullable = true) @Nullable UUID requestId,
        boolean mine,
        boolean following,
        int followers,
        @Schema(nullable = true) @Nullable String playUrl,
        @Schema(nullable = true) @Nullable LocalDate releaseDate) {}
