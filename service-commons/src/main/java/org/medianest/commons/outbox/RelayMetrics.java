package org.medianest.commons.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.medianest.commons.outbox.OutboxStore.Backlog;

/** What an alert needs to know of the outbox. The backlog is that of some seconds ago, and only where this replica relays. */
@ApplicationScoped
class RelayMetrics {
    private final Counter published;
    private final Counter failures;
    private volatile Backlog backlog = new Backlog(0, 0);

    RelayMetrics(MeterRegistry meters) {
        published = Counter.builder("medianest.outbox.published")
                .description("Events that went to the stream")
                .register(meters);
        failures = Counter.builder("medianest.outbox.failures")
                .description("Rounds that ended without publishing")
                .register(meters);
        Gauge.builder("medianest.outbox.pending", () -> backlog.events())
                .description("Events that wait")
                .register(meters);
        Gauge.builder("medianest.outbox.oldest", () -> backlog.seconds())
                .baseUnit("seconds")
                .description("How long the first of them has waited")
                .register(meters);
    }

    void published(int events) {
        published.increment(events);
    }

    void failed() {
        failures.increment();
    }

    void backlog(Backlog now) {
        backlog = now;
    }
}
