package org.medianest.downloads.job;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A download that somebody asked for. Its state changes through {@link #become} only. */
class Job {
    final UUID id;

    final UUID owner;

    /** The folder that the file goes to: the owner's name when they asked. */
    final String username;

    final String url;

    final Quality quality;

    @Nullable
    UUID probeId;

    JobState state;

    @Nullable
    String title;

    @Nullable
    String uploader;

    @Nullable
    Double durationSeconds;

    boolean hasThumbnail;

    /** Counts the times that a worker took it: the fence that keeps out a worker who lost it. */
    int attempt;

    /** Attempts that failed since somebody asked for it. */
    int failures;

    /** Workers that died over it since somebody asked for it. */
    int crashes;

    /** The attempt whose unfinished files may be continued, because its processes are known to be gone. */
    @Nullable
    Integer partialOf;

    Instant notBefore;

    /** Of the request that last asked for it: what is done later belongs to its trace. */
    @Nullable
    String traceparent;

    @Nullable
    String worker;

    @Nullable
    Instant leaseUntil;

    @Nullable
    Progress progress;

    @Nullable
    Failure failure;

    /** Relative to the library; written before the file goes there. */
    @Nullable
    String filePath;

    @Nullable
    Long fileBytes;

    @Nullable
    Double fileSeconds;

    final Instant createdAt;

    Instant updatedAt;

    @Nullable
    Instant finishedAt;

    Job(UUID id, UUID owner, String username, String url, Quality quality, Instant now) {
        this.id = id;
        this.owner = owner;
        this.username = username;
        this.url = url;
        this.quality = quality;
        this.state = JobState.QUEUED;
        this.notBefore = now;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** @throws IllegalStateException when there is no such step; nothing has changed then */
    void become(JobState next, Instant now) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException("no step from " + state + " to " + next);
        }
        state = next;
        updatedAt = now;
        finishedAt = next.isEnd() ? now : null;
        if (!next.isRunning()) {
            worker = null;
            leaseUntil = null;
        }
    }

    /** Somebody asks for it again: as if for the first time, but what is there already is continued. */
    void askAgain(Instant now) {
        become(JobState.QUEUED, now);
        failures = 0;
        crashes = 0;
        failure = null;
        progress = null;
        notBefore = now;
    }

    /** Back to the queue after a failure that may pass. */
    void tryLater(Failure why, Duration delay, Instant now) {
        become(JobState.QUEUED, now);
        failures++;
        failure = why;
        partialOf = attempt;
        notBefore = now.plus(delay);
    }

    void fail(Failure why, Instant now) {
        become(JobState.FAILED, now);
        failure = why;
        partialOf = why.retryable() ? (Integer) attempt : null;
    }

    void cancel(Instant now) {
        become(JobState.CANCELLED, now);
        partialOf = null;
        filePath = null;
        failure = null;
    }

    void complete(long bytes, @Nullable Double seconds, Instant now) {
        become(JobState.COMPLETED, now);
        fileBytes = bytes;
        fileSeconds = seconds;
        progress = null;
        failure = null;
        partialOf = null;
    }

    /** Its worker has to stop, through no fault of the job's. */
    void giveBack(Instant now) {
        become(JobState.QUEUED, now);
        partialOf = attempt;
        notBefore = now;
    }

    /** Its worker is away, and perhaps the job is why. */
    void crashed(Absence absence, int maxCrashes, Instant now) {
        crashes++;
        if (crashes >= maxCrashes) {
            fail(
                    new Failure(
                            "WORKER_LOST",
                            "The downloader broke down over this " + crashes + " times, so it is not tried again.",
                            false),
                    now);
        } else {
            become(JobState.QUEUED, now);
            partialOf = absence == Absence.GONE ? (Integer) attempt : null;
            notBefore = now;
        }
    }
}
