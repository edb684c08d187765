package org.medianest.downloads.job;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for.
 *
 * @param probeId the look at this link that was shown before, so that it need not be repeated
 */
@Schema(requiredProperties = {"url", "quality"})
public record DownloadRequest(
        @NotBlank String url,
        @NotNull Quality quality,

        @Schema(description = "The look at this link that was shown before, so that it need not be repeated") @Nullable
        UUID probeId) {}
