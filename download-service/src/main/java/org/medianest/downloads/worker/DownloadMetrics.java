package org.medianest.downloads.worker;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import org.medianest.downloads.job.Waiting;
import org.medianest.downloads.library.Folders;

/** How the downloads do. */
@ApplicationScoped
class DownloadMetrics {
    private final MeterRegistry registry;
    private final AtomicLong running = new AtomicLong();
    private final Counter expired;
    private volatile Waiting waiting = new Waiting(0, 0);

    DownloadMetrics(MeterRegistry registry, Folders folders) {
        this.registry = registry;
        Gauge.builder("medianest.downloads.waiting", () -> waiting.jobs())
                .description("Downloads in the queue, of all workers")
                .register(registry);
        Gauge.builder("medianest.downloads.oldest", () -> waiting.seconds())
                .baseUnit("seconds")
                .description("How long the first of them has waited since it might have started")
                .register(registry);
        Gauge.builder("medianest.downloads.running", running, AtomicLong::get)
                .description("Downloads that this worker runs")
                .register(registry);
        expired = Counter.builder("medianest.downloads.leases.expired")
                .description("Downloads that were taken from workers that had fallen silent")
                .register(registry);
        Gauge.builder(
                        "medianest.library.free",
                        folders,
                        it -> it.root().toFile().getUsableSpace())
                .baseUnit("bytes")
                .description("Space that is left where the library is")
                .register(registry);
        Gauge.builder(
                        "medianest.library.size",
                        folders,
                        it -> it.root().toFile().getTotalSpace())
                .baseUnit("bytes")
                .description("Space that there is where the library is")
                .register(registry);
    }

    void waiting(Waiting now) {
        waiting = now;
    }

    void running(int jobs) {
        running.set(jobs);
    }

    void expired(int leases) {
        expired.increment(leases);
    }

    /** @param outcome as {@link Run} names it: {@code COMPLETED}, {@code GIVEN_BACK}, {@code LOST}, or the code of the failure */
    void attemptEnded(String outcome, long fetchedBytes) {
        registry.counter("medianest.downloads.attempts", "outcome", outcome).increment();
        registry.counter("medianest.downloads.fetched.bytes").increment(fetchedBytes);
    }
}
