package org.medianest.commons.event;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.identity.Permission;

/** What download-service tells. */
@RegisterForReflection
@ToldBy("download-service")
@ToldOn(EventStream.DOWNLOADS)
public sealed interface DownloadEvent extends DomainEvent {
    UUID downloadId();

    UUID ownerId();

    @Override
    default String subject() {
        return downloadId().toString();
    }

    @Override
    default Audience audience() {
        return Audience.owner(ownerId()).orHolderOf(Permission.DOWNLOADS_MANAGE);
    }

    /** Somebody asked for it, or asked for it again. */
    @EventType("medianest.download.queued.v1")
    record DownloadQueued(UUID downloadId, UUID ownerId, String url) implements DownloadEvent {}

    /** A worker has taken it. */
    @EventType("medianest.download.started.v1")
    record DownloadStarted(UUID downloadId, UUID ownerId, int attempt) implements DownloadEvent {}

    /**
     * The file is in the library.
     *
     * @param path relative to the library, with forward slashes
     * @param bytes size of the file
     */
    @EventType("medianest.download.completed.v1")
    record DownloadCompleted(UUID downloadId, UUID ownerId, String title, String path, long bytes)
            implements DownloadEvent {}

    /** It ended without a file. */
    @EventType("medianest.download.failed.v1")
    record DownloadFailed(UUID downloadId, UUID ownerId, String code, String message, boolean retryable)
            implements DownloadEvent {}

    /** Its owner does not want it any more. */
    @EventType("medianest.download.cancelled.v1")
    record DownloadCancelled(UUID downloadId, UUID ownerId) implements DownloadEvent {}

    /** It and its file are gone. */
    @EventType("medianest.download.removed.v1")
    record DownloadRemoved(UUID downloadId, UUID ownerId) implements DownloadEvent {}

    /** How far it is. Only for those who are watching: it never goes through the outbox, the latest wins. */
    @EventType("medianest.download.progress.v1")
    @ToldOn(EventStream.LIVE)
    record DownloadProgressed(UUID downloadId, UUID ownerId, String state, Progress progress) implements DownloadEvent {
        /**
         * @param percent 0 to 100, null while the size is unknown
         * @param bytesPerSecond smoothed
         */
        public record Progress(
                @Nullable Double percent,
                long downloadedBytes,
                @Nullable Long totalBytes,
                @Nullable Long bytesPerSecond,
                @Nullable Long etaSeconds) {}
    }
}
