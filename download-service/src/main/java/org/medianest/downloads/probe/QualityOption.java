package org.medianest.downloads.probe;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.medianest.downloads.job.Quality;

/**
 * Something to choose.
 *
 * @param bytes estimated size, null where the site does not say
 * @param height lines of the picture that it would have
 */
public record QualityOption(
        Quality quality,
        @Schema(nullable = true) @Nullable Long bytes,
        @Schema(nullable = true) @Nullable Integer height) {}
