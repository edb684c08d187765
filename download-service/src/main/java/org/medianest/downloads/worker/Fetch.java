package org.medianest.downloads.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.medianest.downloads.egress.EgressPass;
import org.medianest.downloads.job.Assignment;

/**
 * yt-dlp at work for one attempt. Runs on the thread of the attempt; {@link #stop} may come from any other, also before the process
 * is there.
 */
final class Fetch {
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

    private static final Set<DownloadFailure> MAY_BE_DENIAL =
            EnumSet.of(DownloadFailure.FORBIDDEN_DATA, DownloadFailure.UNKNOWN);

    /** Why the process was stopped. */
    enum Stop {
        /** The job is not ours any more. */
        LOST,
        /** Nothing happens. */
        STALLED,
        /** We have to go. */
        SHUTDOWN
    }

    private final Assignment job;
    private final Toolbox tools;
    private final Workbench bench;
    private final Staging staging;
    private final Report report;
    private final Runnable news;
    private @Nullable Stop stop;
    private @Nullable Child child;
    private volatile long bytes;

    /** @param news is told when the report has something that should be written down soon */
    Fetch(Assignment job, Toolbox tools, Workbench bench, Staging staging, Report report, Runnable news) {
        this.job = job;
        this.tools = tools;
        this.bench = bench;
        this.staging = staging;
        this.report = report;
        this.news = news;
    }

    /** With what was learned when the link was looked at, if that is fresh, and else, or if it does not do, from the link. */
    Outcome run() throws IOException, InterruptedException {
        try (EgressPass pass = bench.egress().open(job.job().toString())) {
            Optional<Path> known = staging.infoJson(bench.limits().probeLife(), bench.clock());
            Outcome outcome = ytDlp(pass, known);
            boolean stale = known.isPresent()
                    && stopped() == null
                    && outcome instanceof Outcome.Failed failed
                    && !FINAL_EVEN_IF_STALE.contains(failed.failure());
            Outcome last = stale ? ytDlp(pass, Optional.empty()) : outcome;
            bytes = pass.bytes();
            return pass.wasDenied() ? blamed(last) : last;
        }
    }

    /** Bytes that were fetched, once it is over. */
    long bytes() {
        return bytes;
    }

    /** Why it was stopped, if it was. */
    synchronized @Nullable Stop stopped() {
        return stop;
    }

    /** When this returns the process is gone, with all that it has started. */
    void stop(Stop reason) {
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
            running.kill(); // nobody wants what it has
        } else {
            running.stop(PATIENCE);
        }
    }

    private Outcome ytDlp(EgressPass pass, Optional<Path> known) throws IOException, InterruptedException {
        Transcript transcript = new Transcript();
        YtDlp.Order order = new YtDlp.Order(job.url(), job.quality(), staging.folder(), pass.proxyUrl(), known);
        Child started = bench.children()
                .start(new Children.Order(
                        tools.ytDlp().download(order),
                        staging.folder(),
                        tools.instance(),
                        bench.limits().maxFileSize().asLongValue()));
        if (isStoppedBefore(started)) {
            started.kill();
        }
        int exit = started.listen(line -> hear(line, transcript), line -> hear(line, transcript));
        forgetChild(); // its number may belong to another soon
        return Outcome.of(exit, transcript);
    }

    private void hear(String line, Transcript transcript) {
        Said said = LineParser.parse(line);
        transcript.note(said);
        if (report.note(said)) {
            news.run();
        }
    }

    /** Of a fragment that it may not have, yt-dlp only says that it was not found. */
    private static Outcome blamed(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed && MAY_BE_DENIAL.contains(failed.failure())
                ? new Outcome.Failed(DownloadFailure.POLICY_BLOCKED, failed.words())
                : outcome;
    }

    private synchronized boolean isStoppedBefore(Child started) {
        child = started;
        return stop != null;
    }

    private synchronized void forgetChild() {
        child = null;
    }
}
