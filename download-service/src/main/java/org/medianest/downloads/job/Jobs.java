package org.medianest.downloads.job;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.event.DownloadEvent.DownloadCancelled;
import org.medianest.commons.event.DownloadEvent.DownloadQueued;
import org.medianest.commons.event.DownloadEvent.DownloadRemoved;
import org.medianest.commons.id.Uuid7;
import org.medianest.commons.outbox.Events;
import org.medianest.commons.outbox.Transactions;
import org.medianest.commons.paging.Page;
import org.medianest.commons.paging.PageRequest;
import org.medianest.commons.problem.ProblemException;
import org.medianest.downloads.concurrent.Blocking;
import org.medianest.downloads.egress.Link;
import org.medianest.downloads.library.Shelf;

/** What people do with their downloads. Another's download is absent, not forbidden. */
@ApplicationScoped
public class Jobs {
    private static final Logger LOG = Logger.getLogger(Jobs.class);

    private final Links links;
    private final JobRepository jobs;
    private final JobStore store;
    private final IdempotencyKeys keys;
    private final ProbedLinks probes;
    private final Discards discards;
    private final Shelf shelf;
    private final Events events;
    private final Transactions transactions;
    private final Event<JobSignal> signals;
    private final Clock clock;

    Jobs(
            Links links,
            JobRepository jobs,
            JobStore store,
            IdempotencyKeys keys,
            ProbedLinks probes,
            Discards discards,
            Shelf shelf,
            Events events,
            Transactions transactions,
            Event<JobSignal> signals,
            Clock clock) {
        this.links = links;
        this.jobs = jobs;
        this.store = store;
        this.keys = keys;
        this.probes = probes;
        this.discards = discards;
        this.shelf = shelf;
        this.events = events;
        this.transactions = transactions;
        this.signals = signals;
        this.clock = clock;
    }

    /** Who asks: the name is that of the folder. */
    public record Person(UUID id, String username) {}

    /** @param key of the request, so that sending it twice asks once */
    public Uni<Download> submit(Person person, DownloadRequest request, @Nullable String key) {
        return links.accept(request.url())
                .chain(link -> transactions.run(() -> submit(person, request, link, key)))
                .invoke(() -> signals.fire(new JobSignal.Queued()));
    }

    public Uni<DownloadPage> list(UUID owner, PageRequest request) {
        return Panache.withSession(() -> store.page(owner, request.after(), request.limit() + 1))
                .map(rows ->
                        DownloadPage.of(Page.of(rows, request, job -> job.id).map(Download::of)));
    }

    public Uni<Download> find(UUID id, UUID owner) {
        return Panache.withSession(() -> require(jobs.owned(id, owner), id)).map(Download::of);
    }

    public Uni<Download> cancel(UUID id, UUID owner) {
        return command(id, owner, this::cancel)
                .invoke(job -> signals.fire(new JobSignal.Stopped(id, job.attempt)))
                .map(Download::of);
    }

    public Uni<Download> retry(UUID id, UUID owner) {
        return command(id, owner, this::retry)
                .invoke(() -> signals.fire(new JobSignal.Queued()))
                .map(Download::of);
    }

    /** When this is done neither row nor file is left. */
    public Uni<Void> remove(UUID id, UUID owner) {
        return transactions
                .run(() -> require(jobs.lockOwned(id, owner), id).chain(this::remove))
                .chain(discards::sweep)
                .chain(() -> Blocking.offload(() -> {
                    shelf.discardTraces(id);
                    return id;
                }))
                .replaceWithVoid();
    }

    private Uni<Download> submit(Person person, DownloadRequest request, Link link, @Nullable String key) {
        UUID id = Uuid7.next();
        String asked = link + "\n" + request.quality() + "\n" + request.probeId();
        return key == null
                ? create(id, person, request, link)
                : keys.take(person.id(), key, asked, id)
                        .chain(known -> known.equals(id)
                                ? create(id, person, request, link)
                                : require(jobs.owned(known, person.id()), known).map(Download::of));
    }

    private Uni<Download> create(UUID id, Person person, DownloadRequest request, Link link) {
        Job job = new Job(id, person.id(), person.username(), link.toString(), request.quality(), clock.instant());
        return known(request.probeId(), person.id(), link)
                .invoke(known -> known.ifPresent(what -> describe(job, request.probeId(), what)))
                .chain(known -> keepThumbnail(job, known.map(ProbedLinks.Known::thumbnail)))
                .chain(() -> jobs.persist(job))
                .call(() -> events.publish(new DownloadQueued(job.id, job.owner, job.url)))
                .map(Download::of);
    }

    private Uni<Optional<ProbedLinks.Known>> known(@Nullable UUID probe, UUID owner, Link link) {
        return probe == null ? Uni.createFrom().item(Optional.empty()) : probes.find(probe, owner, link.toString());
    }

    private static void describe(Job job, @Nullable UUID probe, ProbedLinks.Known known) {
        job.probeId = probe;
        job.title = known.described().title();
        job.uploader = known.described().uploader();
        job.durationSeconds = known.described().durationSeconds();
    }

    private Uni<Void> keepThumbnail(Job job, Optional<Path> picture) {
        return picture.isEmpty()
                ? Uni.createFrom().voidItem()
                : Blocking.offload(() -> copied(picture.get(), job.id))
                        .invoke(kept -> job.hasThumbnail = kept)
                        .replaceWithVoid();
    }

    private boolean copied(Path picture, UUID job) {
        try {
            shelf.keepThumbnail(picture, job);
            return true;
        } catch (IOException notWorthFailing) {
            LOG.warnf("thumbnail not kept job=%s: %s", job, notWorthFailing);
            return false;
        }
    }

    private Uni<Void> cancel(Job job) {
        if (job.state.isEnd()) {
            throw DownloadProblem.DOWNLOAD_FINISHED.because("It has ended already, so there is nothing to cancel.");
        }
        String path = job.filePath;
        job.cancel(clock.instant());
        return (path == null ? Uni.createFrom().voidItem() : discards.note(path))
                .chain(() -> events.publish(new DownloadCancelled(job.id, job.owner)));
    }

    private Uni<Void> retry(Job job) {
        if (job.state == JobState.COMPLETED) {
            throw DownloadProblem.DOWNLOAD_FINISHED.because("The file is in your library already.");
        }
        if (!job.state.isEnd()) {
            throw DownloadProblem.DOWNLOAD_NOT_FINISHED.because("It is still being worked on. Wait, or cancel it.");
        }
        job.askAgain(clock.instant());
        return events.publish(new DownloadQueued(job.id, job.owner, job.url));
    }

    private Uni<Void> remove(Job job) {
        if (!job.state.isEnd()) {
            throw DownloadProblem.DOWNLOAD_NOT_FINISHED.because("It is still being worked on. Cancel it first.");
        }
        String path = job.filePath;
        return (path == null ? Uni.createFrom().voidItem() : discards.note(path))
                .chain(() -> jobs.delete(job))
                .chain(() -> events.publish(new DownloadRemoved(job.id, job.owner)));
    }

    /** One step of an owner, on the locked row: two at once come one after the other. */
    private Uni<Job> command(UUID id, UUID owner, Function<Job, Uni<Void>> step) {
        return transactions.run(() -> require(jobs.lockOwned(id, owner), id).call(step::apply));
    }

    static Uni<Job> require(Uni<@Nullable Job> job, UUID id) {
        return job.map(found -> {
            if (found == null) {
                throw notFound(id);
            }
            return found;
        });
    }

    static ProblemException notFound(UUID id) {
        return DownloadProblem.DOWNLOAD_NOT_FOUND.because("There is no download " + id + ". Perhaps it was removed.");
    }
}
