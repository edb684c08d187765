package org.medianest.downloads.job;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a download did not succeed, the last time it was tried.
 *
 * @param code stable, for programs
 * @param message plain sentences, for people
 * @param retryable whether trying again can help
 */
public record Failure(
        @Schema(description = "Stable, for programs") String code,

        @Schema(description = "Plain sentences, for people") String message,

        @Schema(description = "Whether trying again can help")
        boolean retryable) {}
