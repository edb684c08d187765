package org.medianest.downloads.probe;

import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The link to look at. */
@Schema(requiredProperties = "url")
public record ProbeRequest(@NotBlank String url) {}
