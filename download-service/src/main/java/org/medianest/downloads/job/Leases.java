package org.medianest.downloads.job;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.event.DownloadEvent.DownloadCompleted;
import org.medianest.commons.event.DownloadEvent.DownloadFailed;
import org.medianest.commons.event.DownloadEvent.DownloadQueued;
import org.medianest.commons.event.DownloadEvent.DownloadStarted;
import org.medianest.commons.outbox.Events;
import org.medianest.commons.outbox.Transactions;

/**
 * What a worker does to a job. Every step but {@link #claim} names the lease and fails with {@link Lease.Lost} when it is not held any
 * more, so a worker that was cancelled, replaced or asleep too long changes nothing.
 */
@ApplicationScoped
public class Leases {
    private final JobConfig config;
    private final JobStore store;
    private final JobRepository jobs;
    private final Discards discards;
    private final Events events;
    private final Transactions transactions;
    private final Clock clock;

    Leases(
            JobConfig config,
            JobStore store,
            JobRepository jobs,
            Discards discards,
            Events events,
            Transactions transactions,
            Clock clock) {
        this.config = config;
        this.store = store;
        this.jobs = jobs;
        this.discards = discards;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How long a lease lives without renewal. */
    public Duration duration() {
        return config.lease();
    }

    /** Takes the next job for a worker, if there is one. */
    public Uni<Optional<Assignment>> claim(String worker) {
        return transactions.run(() -> store.claim(worker, config.lease()).chain(this::started));
    }

    private Uni<Optional<Assignment>> started(@Nullable Job job) {
        return job == null
                ? Uni.createFrom().item(Optional.empty())
                : events.publish(new DownloadStarted(job.id, job.owner, job.attempt))
                        .replaceWith(Optional.of(Assignment.of(job)));
    }

    /** Stays the holder and says how far it is. */
    public Uni<Void> renew(Lease lease, Progress progress) {
        return transactions
                .run(() -> store.renew(lease, progress, config.lease()))
                .onItem()
                .transformToUni(held -> held ? Uni.createFrom().voidItem() : lost(lease));
    }

    /** Writes down what the site says of the video. */
    public Uni<Void> describe(Lease lease, Described said) {
        return held(lease, job -> {
            job.title = said.title() == null ? job.title : said.title();
            job.uploader = said.uploader() == null ? job.uploader : said.uploader();
            job.durationSeconds = said.durationSeconds() == null ? job.durationSeconds : said.durationSeconds();
            job.hasThumbnail |= said.hasThumbnail();
            return Uni.createFrom().voidItem();
        });
    }

    public Uni<Void> advance(Lease lease, JobState next) {
        return held(lease, job -> {
            job.become(next, clock.instant());
            return Uni.createFrom().voidItem();
        });
    }

    /** Names the place before the file goes there, so that a successor can find it. */
    public Uni<Void> intend(Lease lease, String place) {
        return held(lease, job -> {
            String former = job.filePath;
            job.filePath = place;
            return discards.keep(place)
                    .chain(() -> former == null || former.equals(place)
                            ? Uni.createFrom().voidItem()
                            : discards.note(former));
        });
    }

    /** The file is in its place. */
    public Uni<Void> complete(Lease lease, long bytes, @Nullable Double seconds) {
        return held(lease, job -> {
            job.complete(bytes, seconds, clock.instant());
            return events.publish(new DownloadCompleted(
                    job.id,
                    job.owner,
                    Optional.ofNullable(job.title).orElse(job.url),
                    Optional.ofNullable(job.filePath).orElseThrow(),
                    bytes));
        });
    }

    public Uni<Void> tryLater(Lease lease, Failure why, Duration delay) {
        return held(lease, job -> {
            job.tryLater(why, delay, clock.instant());
            return events.publish(new DownloadQueued(job.id, job.owner, job.url));
        });
    }

    public Uni<Void> fail(Lease lease, Failure why) {
        return held(lease, job -> {
            job.fail(why, clock.instant());
            return forgetFile(job).chain(() -> tellFailed(job, why));
        });
    }

    /** The worker stops for reasons of its own. Costs the job nothing. */
    public Uni<Void> giveBack(Lease lease) {
        return held(lease, job -> {
            job.giveBack(clock.instant());
            return events.publish(new DownloadQueued(job.id, job.owner, job.url));
        });
    }

    /** Gives back the jobs whose workers have fallen silent. */
    public Uni<Integer> reclaimExpired() {
        return transactions.run(() -> store.expired().chain(left -> reclaim(left, false)));
    }

    /**
     * Gives back the jobs of a former life of this worker.
     *
     * @param worker a name that nobody else bears, and whose processes are gone
     */
    public Uni<Integer> reclaimOwn(String worker) {
        return transactions.run(() -> store.leftBy(worker).chain(left -> reclaim(left, true)));
    }

    private Uni<Integer> reclaim(List<Job> left, boolean processesGone) {
        return Multi.createFrom()
                .iterable(left)
                .onItem()
                .transformToUniAndConcatenate(job -> reclaim(job, processesGone))
                .collect()
                .asList()
                .map(List::size);
    }

    private Uni<UUID> reclaim(Job job, boolean processesGone) {
        job.crashed(processesGone, config.maxCrashes(), clock.instant());
        Failure failure = job.failure;
        Uni<Void> told = job.state == JobState.FAILED && failure != null
                ? forgetFile(job).chain(() -> tellFailed(job, failure))
                : events.publish(new DownloadQueued(job.id, job.owner, job.url));
        return told.replaceWith(job.id);
    }

    private Uni<Void> tellFailed(Job job, Failure why) {
        return events.publish(new DownloadFailed(job.id, job.owner, why.code(), why.message(), why.retryable()));
    }

    private Uni<Void> forgetFile(Job job) {
        String path = job.filePath;
        job.filePath = null;
        return path == null ? Uni.createFrom().voidItem() : discards.note(path);
    }

    private Uni<Void> held(Lease lease, Function<Job, Uni<Void>> step) {
        return transactions.run(() -> jobs.lockHeld(lease).chain(job -> job == null ? lost(lease) : step.apply(job)));
    }

    private static Uni<Void> lost(Lease lease) {
        return Uni.createFrom().failure(new Lease.Lost(lease));
    }
}
