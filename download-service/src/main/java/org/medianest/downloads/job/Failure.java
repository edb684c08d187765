package org.medianest.downloads.job;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a download did not succeed, the last time it was tried.
 *
 * @param code stable, for programs
 * @param message plain sentences, for people
 * @param retryable whether trying again can help
 */
@Embeddable
public record Failure(
        @Column(name = "failure_code") @Schema(description = "Stable, for programs")
        String code,

        @Column(name = "failure_message") @Schema(description = "Plain sentences, for people")
        String message,

        @Column(name = "failure_retryable") @Schema(description = "Whether trying again can help")
        boolean retryable) {}
