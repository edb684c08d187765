package org.medianest.gateway.watch;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What is to be watched from now on.
 *
 * @param group under what people look for it
 * @param probeUrl what answers when it works; null when somebody else knows how to look
 */
public record Subject(
        String id,
        WatchKind kind,
        String name,
        @Nullable String group,
        @Nullable URI probeUrl) {}
