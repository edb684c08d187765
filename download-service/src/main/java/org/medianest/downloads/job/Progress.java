package org.medianest.downloads.job;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.event.DownloadEvent.DownloadProgressed;

/**
 * How far a download is.
 *
 * @param percent 0 to 100, null while the size is unknown
 * @param bytesPerSecond smoothed over some seconds
 */
@Embeddable
public record Progress(
        @Schema(nullable = true) @Nullable Double percent,
        @Column(name = "downloaded_bytes") long downloadedBytes,

        @Column(name = "total_bytes") @Schema(nullable = true) @Nullable
        Long totalBytes,

        @Column(name = "bytes_per_second") @Schema(nullable = true) @Nullable
        Long bytesPerSecond,

        @Column(name = "eta_seconds") @Schema(nullable = true) @Nullable
        Long etaSeconds) {

    public static final Progress NOTHING_YET = new Progress(null, 0, null, null, null);

    /** The same, as it is told to those who are watching. */
    public DownloadProgressed.Progress told() {
        return new DownloadProgressed.Progress(percent, downloadedBytes, totalBytes, bytesPerSecond, etaSeconds);
    }
}
