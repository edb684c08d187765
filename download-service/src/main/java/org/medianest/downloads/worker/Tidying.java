package org.medianest.downloads.worker;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.medianest.commons.id.Uuid7;
import org.medianest.downloads.concurrent.Blocking;
import org.medianest.downloads.job.Upkeep;
import org.medianest.downloads.library.Folders;
import org.medianest.downloads.library.LibraryCheck;

/**
 * Removes what crashes have left on the volume, unfinished files of jobs that are over and files that no row names, and what is older than
 * this house keeps downloads.
 */
@ApplicationScoped
class Tidying {
    /** Young folders are left alone: their row may be in a transaction that has not ended. */
    private static final Duration YOUNG = Duration.ofMinutes(10);

    private static final Duration COMPARING = Duration.ofDays(1);
    private static final Logger LOG = Logger.getLogger(Tidying.class);

    private final WorkerConfig config;
    private final Upkeep upkeep;
    private final Folders folders;
    private final LibraryCheck library;
    private final Clock clock;
    private final Throttle comparing;

    Tidying(WorkerConfig config, Upkeep upkeep, Folders folders, LibraryCheck library, Clock clock) {
        this.config = config;
        this.upkeep = upkeep;
        this.folders = folders;
        this.library = library;
        this.clock = clock;
        this.comparing = new Throttle(clock, COMPARING);
    }

    /** Blocks. */
    void tidy() {
        Blocking.await(upkeep::sweep);
        Blocking.await(upkeep::forgetOldKeys);
        Blocking.await(upkeep::removeOld);
        tidyJobs();
        tidyProbes();
        compareLibrary();
    }

    /** For the metric; beside the worker, whose jobs shall not wait for a slow disk. */
    private void compareLibrary() {
        if (comparing.isDue()) {
            Thread.ofVirtual().name("library-check").start(() -> {
                try {
                    library.report();
                } catch (RuntimeException broken) {
                    LOG.warnf("library cannot be compared with the downloads: %s", broken);
                }
            });
        }
    }

    private void tidyJobs() {
        List<UUID> staged = folders.staged();
        Set<UUID> wanted = new HashSet<>(Blocking.await(() -> upkeep.wanted(staged)));
        Instant old = clock.instant().minus(YOUNG);
        staged.stream()
                .filter(job -> !wanted.contains(job))
                .filter(job -> Uuid7.timeOf(job).isBefore(old))
                .forEach(job -> Folders.delete(folders.staging(job)));
    }

    private void tidyProbes() {
        Instant old = clock.instant().minus(config.worker().probeLife());
        folders.probed().stream()
                .filter(probe -> Uuid7.timeOf(probe).isBefore(old))
                .forEach(probe -> Folders.delete(folders.probe(probe)));
    }
}
