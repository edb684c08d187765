package org.medianest.gateway.watch;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is watched, and how it is.
 *
 * @param group under what people look for it
 * @param probeUrl what answers when it works; null when somebody else knows how to look
 * @param since when it became what it is; null as long as nobody has looked
 * @param message why, in words
 * @param checkedAt when somebody last looked
 */
public record Watched(
        String id,
        WatchKind kind,
        String name,
        @Nullable String group,
        @Nullable URI probeUrl,
        WatchState state,
        @Nullable Instant since,
        @Nullable String message,
        @Nullable Integer responseMs,
        @Nullable Instant checkedAt) {}
