package org.medianest.downloads.job;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a download is in its life, and where it may go from there. The only place that says so. */
@Schema(name = "DownloadState")
public enum JobState {
    /** Waits for a worker. */
    QUEUED,
    /** A worker asks the site what there is. */
    PROBING,
    /** Bytes arrive. */
    DOWNLOADING,
    /** All bytes are here; they are joined, converted, checked and put away. */
    PROCESSING,
    COMPLETED,
    FAILED,
    CANCELLED;

    /** The states that may follow this one. */
    public Set<JobState> next() {
        return switch (this) {
            case QUEUED -> EnumSet.of(PROBING, CANCELLED);
            // a file that a worker had already put away needs no second download
            case PROBING -> EnumSet.of(DOWNLOADING, PROCESSING, QUEUED, FAILED, CANCELLED);
            case DOWNLOADING -> EnumSet.of(PROCESSING, QUEUED, FAILED, CANCELLED);
            case PROCESSING -> EnumSet.of(COMPLETED, QUEUED, FAILED, CANCELLED);
            case COMPLETED -> EnumSet.noneOf(JobState.class);
            case FAILED, CANCELLED -> EnumSet.of(QUEUED);
        };
    }

    public boolean canBecome(JobState next) {
        return next().contains(next);
    }

    /** A worker holds it. */
    public boolean isRunning() {
        return this == PROBING || this == DOWNLOADING || this == PROCESSING;
    }

    /** Nothing more happens to it by itself. */
    public boolean isEnd() {
        return this == COMPLETED || this == FAILED || this == CANCELLED;
    }

    /** The states in which a worker holds a job. */
    public static Set<JobState> running() {
        return Arrays.stream(values())
                .filter(JobState::isRunning)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(JobState.class)));
    }
}
