package org.medianest.downloads.worker;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.medianest.commons.id.Uuid7;
import org.medianest.downloads.concurrent.Blocking;
import org.medianest.downloads.job.Upkeep;
import org.medianest.downloads.library.Folders;

/** Removes what crashes have left on the volume: unfinished files of jobs that are over, files that no row names. */
@ApplicationScoped
class Tidying {
    /** Young folders are left alone: their row may be in a transaction that has not ended. */
    private static final Duration YOUNG = Duration.ofMinutes(10);

    private final WorkerConfig config;
    private final Upkeep upkeep;
    private final Folders folders;
    private final Clock clock;

    Tidying(WorkerConfig config, Upkeep upkeep, Folders folders, Clock clock) {
        this.config = config;
        this.upkeep = upkeep;
        this.folders = folders;
        this.clock = clock;
    }

    /** Blocks. */
    void tidy() {
        Blocking.await(upkeep::sweep);
        Blocking.await(upkeep::forgetOldKeys);
        tidyJobs();
        tidyProbes();
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
