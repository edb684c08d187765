package org.medianest.downloads.job;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A file in the library, as its owner sees it. */
public record MediaFile(
        String name,
        long bytes,
        String mediaType,
        @Schema(nullable = true) @Nullable Double durationSeconds) {}
