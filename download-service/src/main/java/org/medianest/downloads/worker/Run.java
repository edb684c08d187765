package org.medianest.downloads.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.medianest.downloads.job.Assignment;
import org.medianest.downloads.job.Failure;
import org.medianest.downloads.job.Lease;

/** One attempt at one job, from the claim to its end, on a thread of its own. */
final class Run implements Runnable {
    private static final Logger LOG = Logger.getLogger(Run.class);
    private static final String COMPLETED = "COMPLETED";
    private static final String GIVEN_BACK = "GIVEN_BACK";
    private static final String LOST = "LOST";

    /** After these, what has arrived so far is worth continuing. */
    private static final Set<DownloadFailure> PARTIAL_IS_GOOD = EnumSet.of(
            DownloadFailure.NETWORK,
            DownloadFailure.FORBIDDEN_DATA,
            DownloadFailure.RATE_LIMITED,
            DownloadFailure.STALLED,
            DownloadFailure.PROCESS_DIED,
            DownloadFailure.BOT_CHECK,
            DownloadFailure.UNKNOWN);

    private final Assignment job;
    private final Workbench bench;
    private final Staging staging;
    private final Held held;
    private final Fetch fetch;
    private final Shelving shelving;
    private final Heartbeat heartbeat;

    Run(Assignment job, Toolbox tools, Workbench bench) {
        this.job = job;
        this.bench = bench;
        this.staging = new Staging(bench.folders(), job);
        this.held = new Held(bench.leases(), job.lease(), bench.clock());
        Report report = new Report(bench.clock(), (state, progress) -> bench.tell(job, state, progress));
        this.heartbeat = new Heartbeat(held, report, staging.folder(), bench.limits(), bench.clock(), this::stop);
        this.fetch = new Fetch(job, tools, bench, staging, report, heartbeat::wake);
        this.shelving = new Shelving(job, tools, bench, staging, report, held);
    }

    Lease lease() {
        return job.lease();
    }

    @Override
    public void run() {
        String outcome = LOST;
        try (heartbeat) {
            outcome = work();
        } catch (Lease.Lost lost) {
            abandon();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException accident) {
            LOG.errorf(accident, "run failed job=%s attempt=%d", job.job(), lease().attempt());
            outcome = accident();
        }
        bench.metrics().attemptEnded(outcome, fetch.bytes());
        LOG.infof(
                "run ended job=%s attempt=%d outcome=%s bytes=%d",
                job.job(), lease().attempt(), outcome, fetch.bytes());
    }

    /** The job is not ours any more: its processes are gone when this returns. */
    void withdraw() {
        stop(Fetch.Stop.LOST);
    }

    /** We have to go: the job goes back to the queue with what it has so far. */
    void shutdown() {
        stop(Fetch.Stop.SHUTDOWN);
    }

    private void stop(Fetch.Stop reason) {
        fetch.stop(reason);
    }

    private String work() throws IOException, InterruptedException {
        staging.prepare();
        heartbeat.start();
        Optional<Path> there = Optional.ofNullable(job.place()).flatMap(bench.shelf()::find);
        if (there.isPresent()) {
            return ended(shelving.shelveFormer(there.get()));
        }
        Outcome outcome = fetch.run();
        return switch (fetch.stopped()) {
            case LOST -> throw new Lease.Lost(lease());
            case SHUTDOWN -> giveBack();
            case STALLED -> failed(DownloadFailure.STALLED, "no sign of life");
            case null ->
                switch (outcome) {
                    case Outcome.Done done -> ended(shelving.shelve(done.moved()));
                    case Outcome.Failed failed -> failed(failed.failure(), failed.words());
                };
        };
    }

    private String ended(Optional<Outcome.Failed> failed) throws InterruptedException {
        return failed.isPresent() ? failed(failed.get().failure(), failed.get().words()) : COMPLETED;
    }

    private String giveBack() throws InterruptedException {
        held.step(leases -> leases.giveBack(lease()));
        return GIVEN_BACK;
    }

    private String failed(DownloadFailure failure, String words) throws InterruptedException {
        LOG.warnf(
                "download failed job=%s attempt=%d failure=%s words=%s", job.job(), lease().attempt(), failure, words);
        if (!PARTIAL_IS_GOOD.contains(failure)) {
            staging.clear();
        }
        Failure told = failure.told();
        Optional<Duration> delay = bench.retries().delayAfter(failure, job.failures());
        if (delay.isPresent()) {
            held.step(leases -> leases.tryLater(lease(), told, delay.get()));
        } else {
            held.step(leases -> leases.fail(lease(), told));
        }
        return failure.name();
    }

    private String accident() {
        try {
            return failed(DownloadFailure.INTERNAL, "see above");
        } catch (Lease.Lost lost) {
            abandon();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException broken) {
            LOG.errorf(broken, "the end of the lease will give back job=%s", job.job());
        }
        return DownloadFailure.INTERNAL.name();
    }

    /** Somebody else decides about the job now. What belongs to our attempt and those before it is in nobody's way. */
    private void abandon() {
        withdraw();
        bench.clear(job.job(), lease().attempt());
    }
}
