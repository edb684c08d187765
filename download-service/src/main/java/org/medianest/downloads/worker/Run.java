package org.medianest.downloads.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.downloads.egress.EgressPass;
import org.medianest.downloads.job.Assignment;
import org.medianest.downloads.job.Described;
import org.medianest.downloads.job.Failure;
import org.medianest.downloads.job.JobState;
import org.medianest.downloads.job.Lease;
import org.medianest.downloads.library.MediaType;
import org.medianest.downloads.worker.MediaCheck.Verdict;

/** One attempt at one job, from the claim to its end, on a thread of its own. */
final class Run implements Runnable {
    private static final Logger LOG = Logger.getLogger(Run.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** What a second try, without what was learned before, cannot make better. */
    private static final Set<DownloadFailure> FINAL_EVEN_IF_STALE = EnumSet.of(
            DownloadFailure.POLICY_BLOCKED,
            DownloadFailure.TOO_LARGE,
            DownloadFailure.DISK_FULL,
            DownloadFailure.RATE_LIMITED,
            DownloadFailure.LIVE,
            DownloadFailure.NOT_YET,
            DownloadFailure.TOOL_REFUSED,
            DownloadFailure.PROCESS_DIED);

    /** After these, what has arrived so far is worth continuing. */
    private static final Set<DownloadFailure> PARTIAL_IS_GOOD = EnumSet.of(
            DownloadFailure.NETWORK,
            DownloadFailure.FORBIDDEN_DATA,
            DownloadFailure.RATE_LIMITED,
            DownloadFailure.STALLED,
            DownloadFailure.PROCESS_DIED,
            DownloadFailure.BOT_CHECK,
            DownloadFailure.UNKNOWN);

    private static final Set<DownloadFailure> MAY_BE_DENIAL =
            EnumSet.of(DownloadFailure.FORBIDDEN_DATA, DownloadFailure.UNKNOWN);

    /** Why the process was stopped. */
    private enum Stop {
        LOST,
        STALLED,
        SHUTDOWN
    }

    private final Assignment job;
    private final Toolbox tools;
    private final Workbench bench;
    private final Staging staging;
    private final Held held;
    private final Report report;
    private @Nullable Stop stop;
    private @Nullable Child child;
    private long fetchedBytes;

    Run(Assignment job, Toolbox tools, Workbench bench) {
        this.job = job;
        this.tools = tools;
        this.bench = bench;
        this.staging = new Staging(bench.folders(), job);
        this.held = new Held(bench.leases(), job.lease(), bench.clock());
        this.report = new Report(bench.clock(), (state, progress) -> bench.tell(job, state, progress));
    }

    Lease lease() {
        return job.lease();
    }

    @Override
    public void run() {
        String outcome = "LOST";
        try (Heartbeat heartbeat =
                new Heartbeat(held, report, staging.folder(), bench.limits(), bench.clock(), this::on)) {
            outcome = work(heartbeat);
        } catch (Lease.Lost lost) {
            abandon();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException accident) {
            LOG.errorf(
                    accident,
                    "run failed job=%s attempt=%d",
                    job.job(),
                    job.lease().attempt());
            outcome = accident();
        }
        bench.metrics().attemptEnded(outcome, fetchedBytes);
        LOG.infof(
                "run ended job=%s attempt=%d outcome=%s bytes=%d",
                job.job(), job.lease().attempt(), outcome, fetchedBytes);
    }

    /** The job is not ours any more: its processes are gone when this returns. */
    void withdraw() {
        stop(Stop.LOST);
    }

    /** We have to go: the job goes back to the queue with what it has so far. */
    void shutdown() {
        stop(Stop.SHUTDOWN);
    }

    private void on(Heartbeat.Alarm alarm) {
        stop(
                switch (alarm) {
                    case LOST -> Stop.LOST;
                    case STALLED -> Stop.STALLED;
                });
    }

    private void stop(Stop reason) {
        Child running;
        synchronized (this) {
            if (stop == null || reason == Stop.LOST) {
                stop = reason;
            }
            running = child;
        }
        if (running == null) {
            return;
        }
        if (reason == Stop.LOST) {
            running.kill();
        } else {
            running.stop(PATIENCE);
        }
    }

    private String work(Heartbeat heartbeat) throws IOException, InterruptedException {
        Path folder = staging.prepare();
        heartbeat.start();
        Optional<Path> there = Optional.ofNullable(job.place()).flatMap(bench.shelf()::find);
        if (there.isPresent()) {
            return completeFormer(there.get());
        }
        Outcome outcome = download(folder, heartbeat);
        return switch (reasonToStop()) {
            case LOST -> throw new Lease.Lost(job.lease());
            case SHUTDOWN -> giveBack();
            case STALLED -> failed(DownloadFailure.STALLED, "no sign of life");
            case null ->
                switch (outcome) {
                    case Outcome.Done done -> shelve(done.moved());
                    case Outcome.Failed failed -> failed(failed.failure(), failed.words());
                };
        };
    }

    /** With what was learned when the link was looked at, if that is fresh, and else, or if it does not do, from the link. */
    private Outcome download(Path folder, Heartbeat heartbeat) throws IOException, InterruptedException {
        try (EgressPass pass = bench.egress().open(job.job().toString())) {
            Optional<Path> known = staging.infoJson(bench.limits().probeLife(), bench.clock());
            Outcome outcome = ytDlp(folder, pass, known, heartbeat);
            boolean stale = known.isPresent()
                    && reasonToStop() == null
                    && outcome instanceof Outcome.Failed failed
                    && !FINAL_EVEN_IF_STALE.contains(failed.failure());
            Outcome last = stale ? ytDlp(folder, pass, Optional.empty(), heartbeat) : outcome;
            fetchedBytes = pass.bytes();
            return pass.wasDenied() ? blamed(last) : last;
        }
    }

    /** Of a fragment that it may not have, yt-dlp only says that it was not found. */
    private static Outcome blamed(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed && MAY_BE_DENIAL.contains(failed.failure())
                ? new Outcome.Failed(DownloadFailure.POLICY_BLOCKED, failed.words())
                : outcome;
    }

    private Outcome ytDlp(Path folder, EgressPass pass, Optional<Path> known, Heartbeat heartbeat)
            throws IOException, InterruptedException {
        Transcript transcript = new Transcript();
        YtDlp.Order order = new YtDlp.Order(job.url(), job.quality(), folder, pass.proxyUrl(), known);
        Child started = bench.children()
                .start(new Children.Order(
                        tools.ytDlp().download(order),
                        folder,
                        tools.instance(),
                        bench.limits().maxFileSize().asLongValue()));
        if (isStoppedBefore(started)) {
            started.kill();
        }
        int exit = started.listen(line -> hear(line, transcript, heartbeat), line -> hear(line, transcript, heartbeat));
        forgetChild(); // its number may belong to another soon
        return Outcome.of(exit, transcript);
    }

    private synchronized boolean isStoppedBefore(Child started) {
        child = started;
        return stop != null;
    }

    private synchronized void forgetChild() {
        child = null;
    }

    private synchronized @Nullable Stop reasonToStop() {
        return stop;
    }

    private void hear(String line, Transcript transcript, Heartbeat heartbeat) {
        Said said = LineParser.parse(line);
        transcript.note(said);
        if (report.note(said)) {
            heartbeat.wake();
        }
    }

    /** The file is put where the row already says it is, so that a crash between the two is found and finished by a successor. */
    private String shelve(Said.Moved moved) throws IOException, InterruptedException {
        report.enter(JobState.PROCESSING);
        Optional<Path> file = staging.file(moved.file());
        Optional<MediaType> type = file.flatMap(path -> MediaType.ofFile(path.toString()));
        if (file.isEmpty() || type.isEmpty()) {
            return failed(DownloadFailure.BAD_FILE_TYPE, "got " + moved.file());
        }
        return switch (bench.check().check(file.get(), moved.duration(), staging.folder(), tools)) {
            case Verdict.Bad bad -> failed(DownloadFailure.BROKEN_FILE, bad.reason());
            case Verdict.Good good -> {
                report.persist(held);
                String place = bench.shelf().placeFor(job.username(), title(), job.job(), type.get());
                held.step(leases -> leases.intend(job.lease(), place));
                long bytes = Files.size(file.get());
                bench.shelf().put(file.get(), place);
                keepPicture(place);
                yield complete(bytes, good.seconds());
            }
        };
    }

    /** A former worker put the file away and died before it could say so. */
    private String completeFormer(Path file) throws IOException, InterruptedException {
        report.enter(JobState.PROCESSING);
        return switch (bench.check().check(file, job.durationSeconds(), staging.folder(), tools)) {
            case Verdict.Bad bad -> failed(DownloadFailure.BROKEN_FILE, bad.reason());
            case Verdict.Good good -> {
                report.persist(held);
                keepPicture(Optional.ofNullable(job.place()).orElseThrow());
                yield complete(Files.size(file), good.seconds());
            }
        };
    }

    private String title() {
        return Optional.ofNullable(report.title())
                .or(() -> Optional.ofNullable(job.title()))
                .orElse("");
    }

    private void keepPicture(String place) throws InterruptedException {
        Optional<Path> picture = staging.picture();
        if (picture.isPresent()) {
            bench.shelf().putThumbnail(picture.get(), place, job.job());
            held.step(leases -> leases.describe(job.lease(), new Described(null, null, null, true)));
        }
    }

    private String complete(long bytes, @Nullable Double seconds) throws InterruptedException {
        held.step(leases -> leases.complete(job.lease(), bytes, seconds));
        staging.clear();
        return "COMPLETED";
    }

    private String giveBack() throws InterruptedException {
        held.step(leases -> leases.giveBack(job.lease()));
        return "GIVEN_BACK";
    }

    private String failed(DownloadFailure failure, String words) throws InterruptedException {
        LOG.warnf(
                "download failed job=%s attempt=%d failure=%s words=%s",
                job.job(), job.lease().attempt(), failure, words);
        if (!PARTIAL_IS_GOOD.contains(failure)) {
            staging.clear();
        }
        Failure told = failure.told();
        Optional<Duration> delay = bench.retries().delayAfter(failure, job.failures());
        if (delay.isPresent()) {
            held.step(leases -> leases.tryLater(job.lease(), told, delay.get()));
        } else {
            held.step(leases -> leases.fail(job.lease(), told));
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
        bench.clear(job.job(), job.lease().attempt());
    }
}
