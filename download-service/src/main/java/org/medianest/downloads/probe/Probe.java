package org.medianest.downloads.probe;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a link leads to. */
public record Probe(
        UUID id,

        @Schema(description = "The link in its one spelling")
        String url,

        String title,
        @Schema(nullable = true) @Nullable String uploader,
        @Schema(nullable = true) @Nullable Double durationSeconds,
        @Schema(nullable = true) @Nullable String thumbnailUrl,
        String extractor,
        List<QualityOption> qualities) {
    public Probe {
        qualities = List.copyOf(qualities);
    }
}
