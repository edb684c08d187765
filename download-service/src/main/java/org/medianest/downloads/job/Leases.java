package org.medianest.downloads.job;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.concurrent.InTurn;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.DownloadEvent;
import org.medianest.commons.event.DownloadEvent.DownloadCompleted;
import org.medianest.commons.event.DownloadEvent.DownloadFailed;
import org.medianest.commons.event.DownloadEvent.DownloadQueued;
import org.medianest.commons.event.DownloadEvent.DownloadStarted;
import org.medianest.commons.outbox.Events;
import org.medianest.commons.problem.TraceId;

/**
 * What a worker does to a job. Every step but {@link #claim} names the lease and fails with {@link Lease.Lost} when it is not held any
 * more, so a worker that was cancelled, replaced or asleep too long changes nothing.
 */
@ApplicationScoped
public class Leases {
    private static final Logger LOG = Logger.getLogger(Leases.class);

    private final JobConfig config;
    private final JobStore store;
    private final Discards discards;
    private final Events events;
    private final Database database;
    private final Clock clock;

    Leases(JobConfig config, JobStore store, Discards discards, Events events, Database database, Clock clock) {
        this.config = config;
        this.store = store;
        this.discards = discards;
        this.events = events;
        this.database = database;
        this.clock = clock;
    }

    /** How long a lease lives without renewal. */
    public Duration duration() {
        return config.lease();
    }

    /** Takes the next job for a worker, if there is one. */
    public Uni<Optional<Assignment>> claim(String worker) {
        return database.inTransaction(transaction ->
                store.claim(transaction, worker, config.lease()).chain(job -> started(transaction, job)));
    }

    private Uni<Optional<Assignment>> started(Transaction transaction, Optional<Job> claimed) {
        Uni<Void> told = claimed.map(job -> {
                    LOG.infof("taken job=%s attempt=%d traceId=%s", job.id, job.attempt, TraceId.of(job.traceparent));
                    return say(transaction, job, new DownloadStarted(job.id, job.owner, job.attempt));
                })
                .orElseGet(() -> Uni.createFrom().voidItem());
        return told.replaceWith(() -> claimed.map(Assignment::of));
    }

    /** Stays the holder and says how far it is. */
    public Uni<Void> renew(Lease lease, Progress progress) {
        return store.renew(lease, progress, config.lease())
                .chain(held -> held ? Uni.createFrom().voidItem() : lost(lease));
    }

    /** Writes down what the site says of the video. */
    public Uni<Void> describe(Lease lease, Described said) {
        return held(lease, (transaction, job) -> {
            job.title = said.title() == null ? job.title : said.title();
            job.uploader = said.uploader() == null ? job.uploader : said.uploader();
            job.durationSeconds = said.durationSeconds() == null ? job.durationSeconds : said.durationSeconds();
            job.hasThumbnail |= said.hasThumbnail();
            return Uni.createFrom().voidItem();
        });
    }

    public Uni<Void> advance(Lease lease, JobState next) {
        return held(lease, (transaction, job) -> {
            job.become(next, clock.instant());
            return Uni.createFrom().voidItem();
        });
    }

    /** Names the place before the file goes there, so that a successor can find it. */
    public Uni<Void> intend(Lease lease, String place) {
        return held(lease, (transaction, job) -> {
            String former = job.filePath;
            job.filePath = place;
            return discards.keep(transaction, place)
                    .chain(() -> discards.note(transaction, place.equals(former) ? null : former));
        });
    }

    /** The file is in its place. */
    public Uni<Void> complete(Lease lease, long bytes, @Nullable Double seconds) {
        return held(lease, (transaction, job) -> {
            job.complete(bytes, seconds, clock.instant());
            return say(
                    transaction,
                    job,
                    new DownloadCompleted(
                            job.id,
                            job.owner,
                            Optional.ofNullable(job.title).orElse(job.url),
                            Optional.ofNullable(job.filePath).orElseThrow(),
                            bytes));
        });
    }

    public Uni<Void> tryLater(Lease lease, Failure why, Duration delay) {
        return held(lease, (transaction, job) -> {
            job.tryLater(why, delay, clock.instant());
            return say(transaction, job, new DownloadQueued(job.id, job.owner, job.url));
        });
    }

    public Uni<Void> fail(Lease lease, Failure why) {
        return held(lease, (transaction, job) -> {
            job.fail(why, clock.instant());
            return forgetFile(transaction, job).chain(() -> tellFailed(transaction, job, why));
        });
    }

    /** The worker stops for reasons of its own. Costs the job nothing. */
    public Uni<Void> giveBack(Lease lease) {
        return held(lease, (transaction, job) -> {
            job.giveBack(clock.instant());
            return say(transaction, job, new DownloadQueued(job.id, job.owner, job.url));
        });
    }

    /** Gives back the jobs whose workers have fallen silent. */
    public Uni<Integer> reclaimExpired() {
        return database.inTransaction(
                transaction -> store.expired(transaction).chain(left -> reclaim(transaction, left, Absence.SILENT)));
    }

    /**
     * Gives back the jobs of a former life of this worker.
     *
     * @param worker a name that nobody else bears, and whose processes are gone
     */
    public Uni<Integer> reclaimOwn(String worker) {
        return database.inTransaction(transaction ->
                store.leftBy(transaction, worker).chain(left -> reclaim(transaction, left, Absence.GONE)));
    }

    private Uni<Integer> reclaim(Transaction transaction, List<Job> left, Absence absence) {
        return InTurn.each(left, job -> reclaim(transaction, job, absence)).replaceWith(left.size());
    }

    private Uni<Void> reclaim(Transaction transaction, Job job, Absence absence) {
        job.crashed(absence, config.maxCrashes(), clock.instant());
        Failure failure = job.failure;
        Uni<Void> told = job.state == JobState.FAILED && failure != null
                ? forgetFile(transaction, job).chain(() -> tellFailed(transaction, job, failure))
                : say(transaction, job, new DownloadQueued(job.id, job.owner, job.url));
        return told.chain(() -> store.update(transaction, job));
    }

    private Uni<Void> tellFailed(Transaction transaction, Job job, Failure why) {
        return say(transaction, job, new DownloadFailed(job.id, job.owner, why.code(), why.message(), why.retryable()));
    }

    private Uni<Void> say(Transaction transaction, Job job, DownloadEvent event) {
        String trace = job.traceparent;
        return trace == null ? events.publish(transaction, event) : events.publish(transaction, event, trace);
    }

    private Uni<Void> forgetFile(Transaction transaction, Job job) {
        String path = job.filePath;
        job.filePath = null;
        return discards.note(transaction, path);
    }

    private Uni<Void> held(Lease lease, BiFunction<Transaction, Job, Uni<Void>> step) {
        return database.inTransaction(transaction -> store.lockHeld(transaction, lease)
                .chain(job -> job.map(
                                held -> step.apply(transaction, held).chain(() -> store.update(transaction, held)))
                        .orElseGet(() -> lost(lease))));
    }

    private static Uni<Void> lost(Lease lease) {
        return Uni.createFrom().failure(new Lease.Lost(lease));
    }
}
