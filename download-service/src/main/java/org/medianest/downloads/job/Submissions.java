package org.medianest.downloads.job;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.DownloadEvent.DownloadQueued;
import org.medianest.commons.id.Uuid7;
import org.medianest.commons.idempotency.IdempotencyKeys;
import org.medianest.commons.outbox.Events;
import org.medianest.commons.trace.CurrentTrace;
import org.medianest.downloads.concurrent.Blocking;
import org.medianest.downloads.egress.Link;
import org.medianest.downloads.library.Shelf;

/** Takes what people ask for into the queue, with what was learned of the link before. */
@ApplicationScoped
class Submissions {
    private static final Logger LOG = Logger.getLogger(Submissions.class);

    private final Links links;
    private final JobStore store;
    private final IdempotencyKeys keys;
    private final ProbedLinks probes;
    private final Shelf shelf;
    private final Events events;
    private final Database database;
    private final Event<JobSignal> signals;
    private final Clock clock;
    private final Optional<Duration> kept;

    Submissions(
            Links links,
            JobStore store,
            IdempotencyKeys keys,
            ProbedLinks probes,
            Shelf shelf,
            Events events,
            Database database,
            Event<JobSignal> signals,
            Clock clock,
            JobConfig config) {
        this.links = links;
        this.store = store;
        this.keys = keys;
        this.probes = probes;
        this.shelf = shelf;
        this.events = events;
        this.database = database;
        this.signals = signals;
        this.clock = clock;
        this.kept = config.kept();
    }

    /** Who asks: the name is that of the folder. */
    record Person(UUID id, String username) {}

    /** @param key of the request, so that sending it twice asks once */
    Uni<Download> submit(Person person, DownloadRequest request, @Nullable String key) {
        return links.accept(request.url())
                .chain(link -> database.inTransaction(transaction -> submit(transaction, person, request, link, key)))
                .invoke(() -> signals.fire(new JobSignal.Queued()));
    }

    private Uni<Download> submit(
            Transaction transaction, Person person, DownloadRequest request, Link link, @Nullable String key) {
        UUID id = Uuid7.next();
        String asked = link + "\n" + request.quality() + "\n" + request.probeId();
        return key == null
                ? create(transaction, id, person, request, link)
                : keys.take(transaction, person.id(), key, asked, id)
                        .chain(known -> known.equals(id)
                                ? create(transaction, id, person, request, link)
                                : Jobs.require(store.owned(transaction, known, person.id()), known)
                                        .map(this::seen));
    }

    private Uni<Download> create(Transaction transaction, UUID id, Person person, DownloadRequest request, Link link) {
        Job job = new Job(id, person.id(), person.username(), link.toString(), request.quality(), clock.instant());
        job.traceparent = CurrentTrace.traceparent();
        return known(transaction, request.probeId(), person.id(), link)
                .invoke(known -> known.ifPresent(what -> describe(job, request.probeId(), what)))
                .chain(known -> keepThumbnail(job, known.map(ProbedLinks.Known::thumbnail)))
                .chain(() -> store.insert(transaction, job))
                .call(() -> events.publish(transaction, new DownloadQueued(job.id, job.owner, job.url)))
                .replaceWith(() -> seen(job));
    }

    private Uni<Optional<ProbedLinks.Known>> known(
            Transaction transaction, @Nullable UUID probe, UUID owner, Link link) {
        return probe == null
                ? Uni.createFrom().item(Optional.empty())
                : probes.find(transaction, probe, owner, link.toString());
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

    private Download seen(Job job) {
        return Download.of(job, kept);
    }
}
