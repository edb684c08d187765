package org.medianest.downloads.job;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as a worker gets it.
 *
 * @param failures attempts that failed before this one
 * @param partialOf the attempt whose unfinished files may be continued
 * @param place where a former worker meant to put the file, or has put it
 */
public record Assignment(
        Lease lease,
        UUID owner,
        String username,
        String url,
        Quality quality,
        @Nullable UUID probeId,
        @Nullable String title,
        @Nullable Double durationSeconds,
        int failures,
        @Nullable Integer partialOf,
        @Nullable String place) {

    static Assignment of(Job job) {
        return new Assignment(
                new Lease(job.id, job.attempt),
                job.owner,
                job.username,
                job.url,
                job.quality,
                job.probeId,
                job.title,
                job.durationSeconds,
                job.failures,
                job.partialOf,
                job.filePath);
    }

    public UUID job() {
        return lease.job();
    }
}
