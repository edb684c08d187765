package org.medianest.downloads.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.medianest.downloads.job.JobState;
import org.medianest.downloads.job.Lease;

/** Beside every run: renews its lease, writes down how far it is, and notices when nothing happens any more. */
final class Heartbeat implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Heartbeat.class);

    private final Held held;
    private final Report report;
    private final Path folder;
    private final WorkerConfig.Limits limits;
    private final Clock clock;
    private final Consumer<Fetch.Stop> alarm;
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread;
    private volatile boolean beating = true;

    private long life = -1;
    private Instant lastLife = Instant.MAX;

    Heartbeat(
            Held held,
            Report report,
            Path folder,
            WorkerConfig.Limits limits,
            Clock clock,
            Consumer<Fetch.Stop> alarm) {
        this.held = held;
        this.report = report;
        this.folder = folder;
        this.limits = limits;
        this.clock = clock;
        this.alarm = alarm;
        this.thread = Thread.ofVirtual().name("heartbeat-" + held.lease().job()).unstarted(this::beat);
    }

    void start() {
        thread.start();
    }

    /** There is something new to write down. */
    void wake() {
        wake.release();
    }

    /** When this returns the last beat is over. */
    @Override
    public void close() {
        beating = false;
        wake();
        try {
            thread.join();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat() {
        try {
            while (beating) {
                report.persist(held);
                held.renew(leases -> leases.renew(held.lease(), report.progress()));
                if (isStalled()) {
                    alarm.accept(Fetch.Stop.STALLED);
                    lastLife = clock.instant();
                }
                if (wake.tryAcquire(limits.renewal().toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            }
        } catch (Lease.Lost lost) {
            alarm.accept(Fetch.Stop.LOST);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException broken) {
            LOG.errorf(broken, "heartbeat failed job=%s", held.lease().job());
            alarm.accept(Fetch.Stop.STALLED);
        }
    }

    /** Lines are a sign of life, and so are bytes: ffmpeg says nothing while it fetches. */
    private boolean isStalled() {
        long now = report.signsOfLife() + bytes(folder);
        if (now != life) {
            life = now;
            lastLife = clock.instant();
        }
        Duration patience = report.state() == JobState.PROCESSING ? limits.processingStall() : limits.stall();
        return clock.instant().isAfter(lastLife.plus(patience));
    }

    private static long bytes(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException | UncheckedIOException changing) {
            return 0;
        }
    }
}
