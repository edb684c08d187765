package org.medianest.media.request;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why it is declined.
 *
 * @param reason for who asked for it
 */
@Schema(requiredProperties = "reason")
public record DeclineRequest(
        @NotBlank @Size(max = 500) @Pattern(regexp = Words.SHAPE, message = Words.SHAPE_IN_WORDS)
        String reason) {}
