package org.medianest.downloads.job;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.event.DownloadEvent.DownloadProgressed;

/**
 * How far a download is.
 *
 * @param percent 0 to 100, null while the size is unknown
 * @param bytesPerSecond smoothed over some seconds
 */
public record Progress(
        @Schema(nullable = true) @Nullable Double percent,
        long downloadedBytes,

        @Schema(nullable = true) @Nullable Long totalBytes,

        @Schema(nullable = true) @Nullable Long bytesPerSecond,

        @Schema(nullable = true) @Nullable Long etaSeconds) {

    public static final Progress NOTHING_YET = new Progress(null, 0, null, null, null);

    /** The same, as it is told to those who are watching. */
    public DownloadProgressed.Progress told() {
        return new DownloadProgressed.Progress(percent, downloadedBytes, totalBytes, bytesPerSecond, etaSeconds);
    }
}
