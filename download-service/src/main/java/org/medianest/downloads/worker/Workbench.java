package org.medianest.downloads.worker;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.medianest.commons.event.DownloadEvent.DownloadProgressed;
import org.medianest.commons.live.LiveFeed;
import org.medianest.downloads.concurrent.Blocking;
import org.medianest.downloads.egress.EgressProxy;
import org.medianest.downloads.job.Assignment;
import org.medianest.downloads.job.JobState;
import org.medianest.downloads.job.Leases;
import org.medianest.downloads.job.Progress;
import org.medianest.downloads.job.Upkeep;
import org.medianest.downloads.library.Folders;
import org.medianest.downloads.library.Shelf;

/** What every run works with. */
@ApplicationScoped
class Workbench {
    private static final Logger LOG = Logger.getLogger(Workbench.class);

    private final WorkerConfig config;
    private final Leases leases;
    private final Upkeep upkeep;
    private final Children children;
    private final EgressProxy egress;
    private final MediaCheck check;
    private final Folders folders;
    private final Shelf shelf;
    private final RetryPolicy retries;
    private final DownloadMetrics metrics;
    private final LiveFeed live;
    private final Clock clock;

    Workbench(
            WorkerConfig config,
            Leases leases,
            Upkeep upkeep,
            Children children,
            EgressProxy egress,
            MediaCheck check,
            Folders folders,
            Shelf shelf,
            RetryPolicy retries,
            DownloadMetrics metrics,
            LiveFeed live,
            Clock clock) {
        this.config = config;
        this.leases = leases;
        this.upkeep = upkeep;
        this.children = children;
        this.egress = egress;
        this.check = check;
        this.folders = folders;
        this.shelf = shelf;
        this.retries = retries;
        this.metrics = metrics;
        this.live = live;
        this.clock = clock;
    }

    WorkerConfig.Limits limits() {
        return config.worker();
    }

    Leases leases() {
        return leases;
    }

    Upkeep upkeep() {
        return upkeep;
    }

    Children children() {
        return children;
    }

    EgressProxy egress() {
        return egress;
    }

    MediaCheck check() {
        return check;
    }

    Folders folders() {
        return folders;
    }

    Shelf shelf() {
        return shelf;
    }

    RetryPolicy retries() {
        return retries;
    }

    DownloadMetrics metrics() {
        return metrics;
    }

    Clock clock() {
        return clock;
    }

    /** News for those who are watching. Redis may be away: then they see less, and nothing else happens. */
    void tell(Assignment job, JobState state, Progress progress) {
        live.tell(new DownloadProgressed(job.job(), job.owner(), state.name(), progress.told()))
                .subscribe()
                .with(told -> {}, away -> LOG.debugf("progress not told job=%s: %s", job.job(), away));
    }

    /** Removes what an attempt, and those before it, have left of a job that is not wanted any more. */
    void clear(UUID job, int attempt) {
        for (int number = attempt; number > 0; number--) {
            Folders.delete(folders.staging(job, number));
        }
        try {
            Files.deleteIfExists(folders.staging(job));
        } catch (IOException askedForAgain) {
            LOG.debugf("staging of the job is in use: %s", askedForAgain);
        }
        Blocking.await(upkeep::sweep);
    }
}
