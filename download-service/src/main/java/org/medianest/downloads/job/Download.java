package org.medianest.downloads.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.medianest.downloads.library.MediaType;

/** A download as its owner sees it. */
public record Download(
        UUID id,
        String url,
        @Schema(nullable = true) @Nullable String title,
        @Schema(nullable = true) @Nullable String uploader,
        @Schema(nullable = true) @Nullable Double durationSeconds,
        Quality quality,
        JobState state,

        @Schema(nullable = true, description = "While it runs") @Nullable
        Progress progress,

        @Schema(nullable = true, description = "Of the last attempt; also while it waits for the next") @Nullable
        Failure failure,

        @Schema(nullable = true, description = "Once it is completed") @Nullable
        MediaFile file,

        @Schema(nullable = true) @Nullable String thumbnailUrl,
        @Schema(nullable = true) @Nullable String fileUrl,
        Instant createdAt,
        Instant updatedAt,
        @Schema(nullable = true) @Nullable Instant finishedAt,

        @Schema(
                nullable = true,
                description =
                        "Once it has ended, in a house that keeps downloads for a time only: afterwards it goes, with its file")
        @Nullable
        Instant keptUntil) {
    static final String PATH = "/api/v1/downloads";

    /** @param kept how long this house keeps what has ended, if it has a limit */
    static Download of(Job job, Optional<Duration> kept) {
        String self = PATH + "/" + job.id;
        boolean completed = job.state == JobState.COMPLETED;
        return new Download(
                job.id,
                job.url,
                job.title,
                job.uploader,
                job.durationSeconds,
                job.quality,
                job.state,
                job.state.isRunning() ? job.progress : null,
                job.failure,
                completed ? file(job) : null,
                job.hasThumbnail ? self + "/thumbnail" : null,
                completed ? self + "/file" : null,
                job.createdAt,
                job.updatedAt,
                job.finishedAt,
                keptUntil(job.finishedAt, kept));
    }

    private static @Nullable Instant keptUntil(@Nullable Instant finishedAt, Optional<Duration> kept) {
        return finishedAt == null ? null : kept.map(finishedAt::plus).orElse(null);
    }

    private static @Nullable MediaFile file(Job job) {
        String path = job.filePath;
        Long bytes = job.fileBytes;
        return path == null || bytes == null
                ? null
                : new MediaFile(
                        path.substring(path.lastIndexOf('/') + 1),
                        bytes,
                        MediaType.ofFile(path).map(MediaType::contentType).orElse("application/octet-stream"),
                        job.fileSeconds);
    }
}
