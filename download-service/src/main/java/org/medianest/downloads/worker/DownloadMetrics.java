package org.medianest.downloads.worker;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** How the downloads do. */
@ApplicationScoped
class DownloadMetrics {
    private final MeterRegistry registry;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong running = new AtomicLong();

    DownloadMetrics(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("medianest.downloads.waiting", waiting, AtomicLong::get)
                .description("Downloads in the queue, of all workers")
                .register(registry);
        Gauge.builder("medianest.downloads.running", running, AtomicLong::get)
                .description("Downloads that this worker runs")
                .register(registry);
    }

    void waiting(long jobs) {
        waiting.set(jobs);
    }

    void running(int jobs) {
        running.set(jobs);
    }

    /** @param outcome {@code COMPLETED}, {@code CANCELLED}, or the code of the failure */
    void attemptEnded(String outcome, long fetchedBytes) {
        registry.counter("medianest.downloads.attempts", "outcome", outcome).increment();
        registry.counter("medianest.downloads.fetched.bytes").increment(fetchedBytes);
    }
}
