package org.medianest.downloads.job;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.medianest.commons.concurrent.InTurn;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.DownloadEvent.DownloadCancelled;
import org.medianest.commons.event.DownloadEvent.DownloadQueued;
import org.medianest.commons.event.DownloadEvent.DownloadRemoved;
import org.medianest.commons.outbox.Events;
import org.medianest.commons.paging.Page;
import org.medianest.commons.paging.PageRequest;
import org.medianest.commons.problem.ProblemException;
import org.medianest.commons.trace.CurrentTrace;
import org.medianest.downloads.concurrent.Blocking;
import org.medianest.downloads.library.Shelf;

/** What people do with their downloads. Another's download is absent, not forbidden. */
@ApplicationScoped
class Jobs {
    private final JobStore store;
    private final Discards discards;
    private final Shelf shelf;
    private final Events events;
    private final Database database;
    private final Event<JobSignal> signals;
    private final Clock clock;
    private final Optional<Duration> kept;

    Jobs(
            JobStore store,
            Discards discards,
            Shelf shelf,
            Events events,
            Database database,
            Event<JobSignal> signals,
            Clock clock,
            JobConfig config) {
        this.store = store;
        this.discards = discards;
        this.shelf = shelf;
        this.events = events;
        this.database = database;
        this.signals = signals;
        this.clock = clock;
        this.kept = config.kept();
    }

    Uni<DownloadPage> list(UUID owner, PageRequest<UUID> request) {
        return store.page(owner, request.after(), request.limit() + 1)
                .map(rows ->
                        DownloadPage.of(Page.of(rows, request, job -> job.id).map(this::seen)));
    }

    Uni<Download> find(UUID id, UUID owner) {
        return require(store.owned(id, owner), id).map(this::seen);
    }

    Uni<Download> cancel(UUID id, UUID owner) {
        return command(id, owner, this::cancel)
                .invoke(job -> signals.fire(new JobSignal.Stopped(id, job.attempt)))
                .map(this::seen);
    }

    Uni<Download> retry(UUID id, UUID owner) {
        return command(id, owner, this::retry)
                .invoke(() -> signals.fire(new JobSignal.Queued()))
                .map(this::seen);
    }

    /** When this is done neither row nor file is left. */
    Uni<Void> remove(UUID id, UUID owner) {
        return database.inTransaction(transaction ->
                        require(store.lockOwned(transaction, id, owner), id).chain(job -> remove(transaction, job)))
                .chain(() -> clear(List.of(id)));
    }

    /** Removes a handful of those that are older than this house keeps them, as their owners would. */
    Uni<Void> removeOld() {
        return kept.map(this::removeOld).orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> removeOld(Duration age) {
        return database.inTransaction(
                        transaction -> store.lockOld(transaction, age).call(jobs -> removeAll(transaction, jobs)))
                .chain(jobs -> clear(jobs.stream().map(job -> job.id).toList()));
    }

    private Uni<Void> removeAll(Transaction transaction, List<Job> jobs) {
        return InTurn.each(jobs, job -> remove(transaction, job));
    }

    /** Takes away what is left of removed jobs beside their rows. */
    private Uni<Void> clear(List<UUID> removed) {
        return discards.sweep()
                .chain(() -> Blocking.offload(() -> {
                    removed.forEach(shelf::discardTraces);
                    return true;
                }))
                .replaceWithVoid();
    }

    private Uni<Void> cancel(Transaction transaction, Job job) {
        if (job.state.isEnd()) {
            throw DownloadProblem.DOWNLOAD_FINISHED.because("It has ended already, so there is nothing to cancel.");
        }
        String path = job.filePath;
        job.cancel(clock.instant());
        return discards.note(transaction, path)
                .chain(() -> events.publish(transaction, new DownloadCancelled(job.id, job.owner)));
    }

    private Uni<Void> retry(Transaction transaction, Job job) {
        if (job.state == JobState.COMPLETED) {
            throw DownloadProblem.DOWNLOAD_FINISHED.because("The file is in your library already.");
        }
        if (!job.state.isEnd()) {
            throw DownloadProblem.DOWNLOAD_NOT_FINISHED.because("It is still being worked on. Wait, or cancel it.");
        }
        job.askAgain(clock.instant());
        job.traceparent = CurrentTrace.traceparent();
        return events.publish(transaction, new DownloadQueued(job.id, job.owner, job.url));
    }

    private Uni<Void> remove(Transaction transaction, Job job) {
        if (!job.state.isEnd()) {
            throw DownloadProblem.DOWNLOAD_NOT_FINISHED.because("It is still being worked on. Cancel it first.");
        }
        return discards.note(transaction, job.filePath)
                .chain(() -> store.delete(transaction, job))
                .chain(() -> events.publish(transaction, new DownloadRemoved(job.id, job.owner)));
    }

    /** One step of an owner, on the locked row: two at once come one after the other. */
    private Uni<Job> command(UUID id, UUID owner, BiFunction<Transaction, Job, Uni<Void>> step) {
        return database.inTransaction(transaction -> require(store.lockOwned(transaction, id, owner), id)
                .call(job -> step.apply(transaction, job).chain(() -> store.update(transaction, job))));
    }

    private Download seen(Job job) {
        return Download.of(job, kept);
    }

    static Uni<Job> require(Uni<Optional<Job>> job, UUID id) {
        return job.map(found -> found.orElseThrow(() -> notFound(id)));
    }

    static ProblemException notFound(UUID id) {
        return DownloadProblem.DOWNLOAD_NOT_FOUND.because("There is no download " + id + ". Perhaps it was removed.");
    }
}
