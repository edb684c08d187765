package org.medianest.downloads.probe;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.id.Uuid7;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.downloads.concurrent.Blocking;
import org.medianest.downloads.egress.Link;
import org.medianest.downloads.job.Described;
import org.medianest.downloads.job.DownloadProblem;
import org.medianest.downloads.job.Links;
import org.medianest.downloads.job.ProbedLinks;
import org.medianest.downloads.library.Folders;
import org.medianest.downloads.library.Picture;
import org.medianest.downloads.worker.LinkLook;
import org.medianest.downloads.worker.LinkLook.Sight;

/** Looks at links for people. What was seen is kept for an hour, for the download that may follow. */
@ApplicationScoped
public class Probes implements ProbedLinks {
    private static final Duration COME_AGAIN = Duration.ofSeconds(5);
    private static final String UNTITLED = "Untitled";

    private final ProbeConfig config;
    private final Links links;
    private final LinkLook look;
    private final ProbeStore store;
    private final Folders folders;
    private final Semaphore slots;
    private final Semaphore places;

    Probes(ProbeConfig config, Links links, LinkLook look, ProbeStore store, Folders folders) {
        this.config = config;
        this.links = links;
        this.look = look;
        this.store = store;
        this.folders = folders;
        this.slots = new Semaphore(config.parallel(), true);
        this.places = new Semaphore(config.parallel() + config.waiting());
    }

    /** Fails with a sentence when there is nothing to be had. */
    public Uni<Probe> probe(UUID owner, String url) {
        return links.accept(url)
                .chain(link -> Blocking.offload(() -> inTurn(link)))
                .call(probe -> store.forgetOld().chain(() -> store.insert(owner, probe)));
    }

    /** The picture of a probe of one's own. */
    public Uni<Optional<Path>> thumbnail(UUID id, UUID owner) {
        return store.hasThumbnail(id, owner)
                .map(found -> found.orElseThrow(() ->
                        DownloadProblem.PROBE_NOT_FOUND.because("Look at the link again; this was too long ago.")))
                .map(has -> has ? Optional.of(picture(id)) : Optional.empty());
    }

    @Override
    public Uni<Optional<Known>> find(Transaction transaction, UUID probe, UUID owner, String url) {
        return store.find(transaction, probe, owner, url)
                .map(found ->
                        found.map(described -> new Known(described, described.hasThumbnail() ? picture(probe) : null)));
    }

    private Probe inTurn(Link link) throws IOException, InterruptedException {
        if (!places.tryAcquire()) {
            throw busy();
        }
        try {
            if (!slots.tryAcquire(config.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
            try {
                return look(link);
            } finally {
                slots.release();
            }
        } finally {
            places.release();
        }
    }

    private Probe look(Link link) throws IOException, InterruptedException {
        UUID id = Uuid7.next();
        boolean seen = false;
        try {
            Sight sight = look.look(link.toString(), folders.probe(id), config.limit());
            seen = sight instanceof Sight.Video;
            return switch (sight) {
                case Sight.Video video -> probe(id, link, video.info());
                case Sight.Nothing nothing ->
                    throw DownloadProblem.PROBE_FAILED.because(nothing.failure().sentence());
                case Sight.Blind blind ->
                    throw CommonProblem.SERVICE_UNAVAILABLE
                            .because(String.join(" ", blind.complaints()))
                            .retryAfter(COME_AGAIN);
            };
        } finally {
            if (!seen) {
                Folders.delete(folders.probe(id));
            }
        }
    }

    private Probe probe(UUID id, Link link, JsonNode info) {
        Described said = new Described(
                text(info, "title"),
                text(info, "uploader"),
                info.path("duration").isNumber()
                        ? (Double) info.path("duration").doubleValue()
                        : null,
                Picture.isJpeg(picture(id)));
        return new Probe(
                id,
                link.toString(),
                Optional.ofNullable(said.title()).orElse(UNTITLED),
                said.uploader(),
                said.durationSeconds(),
                said.hasThumbnail() ? ProbeResource.PATH + "/" + id + "/thumbnail" : null,
                Optional.ofNullable(text(info, "extractor")).orElse("unknown"),
                Qualities.of(info, said.durationSeconds()));
    }

    private Path picture(UUID id) {
        return folders.probe(id).resolve(Folders.MEDIA + ".jpg");
    }

    private static @Nullable String text(JsonNode info, String field) {
        return info.path(field).isTextual() ? info.path(field).textValue() : null;
    }

    private static RuntimeException busy() {
        return DownloadProblem.BUSY
                .because("Too many links are being looked at right now. Try again in some seconds.")
                .retryAfter(COME_AGAIN);
    }
}
