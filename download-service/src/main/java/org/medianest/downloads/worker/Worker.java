package org.medianest.downloads.worker;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.downloads.concurrent.Blocking;
import org.medianest.downloads.job.Assignment;
import org.medianest.downloads.job.JobSignal;
import org.medianest.downloads.job.Lease;
import org.medianest.downloads.job.Leases;

/** Takes jobs from the queue as long as there are hands free, and gives them back when it has to stop. */
@ApplicationScoped
public class Worker {
    private static final int MOST_PARALLEL = 32;
    private static final Logger LOG = Logger.getLogger(Worker.class);
    private static final Duration TIDYING = Duration.ofMinutes(10);
    private static final Duration COUNTING = Duration.ofSeconds(10);
    private static final Duration LOOKING_AGAIN = Duration.ofSeconds(15);
    private static final Duration SHUTDOWN = Duration.ofSeconds(8);

    private final StartupChecks checks;
    private final Workbench bench;
    private final Leases leases;
    private final Tidying tidying;
    private final Throttle counting;
    private final Throttle cleaning;
    private final Map<Lease, Run> runs = new ConcurrentHashMap<>();
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread loop;
    private @Nullable Toolbox tools;

    Worker(StartupChecks checks, Workbench bench, Tidying tidying) {
        this.checks = checks;
        this.bench = bench;
        this.leases = bench.leases();
        this.tidying = tidying;
        this.counting = new Throttle(bench.clock(), COUNTING);
        this.cleaning = new Throttle(bench.clock(), TIDYING);
    }

    void start(@Observes StartupEvent event) {
        check(bench.limits().parallel());
        running = true;
        loop = Thread.ofPlatform().daemon().name("worker").start(this::workUntilStopped);
    }

    /** Here and not by a constraint in the config: that would make every start wait for a validator. */
    private static void check(int parallel) {
        if (parallel < 0 || parallel > MOST_PARALLEL) {
            throw new IllegalStateException(
                    "medianest.downloads.worker.parallel is " + parallel + "; set it to 0 to " + MOST_PARALLEL + ".");
        }
    }

    /** At the first word of the end, so that another replica goes on with the jobs while this one still answers. */
    void leave(@Observes ShutdownDelayInitiatedEvent event) {
        Thread.ofVirtual().name("leaving").start(this::letGo);
    }

    /** Runs are asked to stop, their jobs are in the queue again, and no process is left, when this returns. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        letGo();
        if (loop != null) {
            loop.join(SHUTDOWN);
        }
        letGo(); // what was taken at the last moment
        Instant end = bench.clock().instant().plus(SHUTDOWN);
        while (!runs.isEmpty() && bench.clock().instant().isBefore(end)) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        checks.close();
    }

    /** May be said more than once. */
    private void letGo() {
        running = false;
        wake.release();
        runs.values().forEach(run -> Thread.ofVirtual().start(run::shutdown));
    }

    void hear(@Observes JobSignal signal) {
        switch (signal) {
            case JobSignal.Queued queued -> wake.release();
            case JobSignal.Stopped stopped -> Thread.ofVirtual().start(() -> withdraw(stopped));
        }
    }

    private void withdraw(JobSignal.Stopped stopped) {
        Run run = runs.get(new Lease(stopped.job(), stopped.attempt()));
        if (run != null) {
            run.withdraw(); // and it clears up after itself
        } else {
            bench.clear(stopped.job(), stopped.attempt());
        }
    }

    private void workUntilStopped() {
        while (running) {
            try {
                if (prepare()) {
                    tend();
                    await(bench.limits().poll());
                } else {
                    await(LOOKING_AGAIN);
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException notNow) {
                LOG.warnf("queue cannot be read, trying again: %s", notNow);
                pause();
            }
        }
    }

    /** What a former life of this worker left running is ended before its jobs are taken up again. */
    private boolean prepare() throws InterruptedException {
        if (tools != null) {
            return true;
        }
        Optional<Toolbox> found = checks.look();
        if (found.isEmpty()) {
            return false;
        }
        String instance = found.get().instance();
        new OrphanReaper(Path.of("/proc")).reap(instance);
        int reclaimed = Blocking.await(() -> leases.reclaimOwn(instance));
        if (reclaimed > 0) {
            LOG.infof("jobs of a former life given back count=%d", reclaimed);
        }
        tools = found.get();
        return true;
    }

    private void tend() {
        bench.metrics().expired(Blocking.await(leases::reclaimExpired));
        while (running && runs.size() < bench.limits().parallel() && claimed()) {
            // until hands or jobs run out
        }
        if (counting.isDue()) {
            bench.metrics().waiting(Blocking.await(bench.upkeep()::waiting));
            Blocking.await(bench.upkeep()::sweep);
        }
        if (cleaning.isDue()) {
            tidying.tidy();
        }
    }

    private boolean claimed() {
        Toolbox toolbox = tools;
        if (toolbox == null) {
            return false;
        }
        Optional<Assignment> job = Blocking.await(() -> leases.claim(toolbox.instance()));
        job.ifPresent(assignment -> start(new Run(assignment, toolbox, bench)));
        return job.isPresent();
    }

    private void start(Run run) {
        runs.put(run.lease(), run);
        bench.metrics().running(runs.size());
        Thread.ofVirtual().name("run-" + run.lease().job()).start(() -> {
            try {
                run.run();
            } finally {
                runs.remove(run.lease());
                bench.metrics().running(runs.size());
                wake.release();
            }
        });
    }

    private void await(Duration atMost) throws InterruptedException {
        if (wake.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        }
    }

    private void pause() {
        try {
            await(bench.limits().poll());
        } catch (InterruptedException stopped) {
            running = false;
        }
    }
}
