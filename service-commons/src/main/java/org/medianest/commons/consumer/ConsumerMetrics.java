package org.medianest.commons.consumer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.medianest.commons.consumer.Group.Backlog;

/** What an alert needs to know of one stream's consumer. The backlog is that of some seconds ago, where this replica reads. */
final class ConsumerMetrics {
    private static final String STREAM = "stream";

    private final Counter handled;
    private final Counter repeated;
    private final Counter retries;
    private final Counter dead;
    private final Counter takenOver;
    private final Counter interruptions;
    private final Timer time;
    private volatile Backlog backlog = new Backlog(0, 0, 0);

    ConsumerMetrics(MeterRegistry meters, String stream) {
        handled = counter(meters, "handled", "Events that were applied, or had been before", stream);
        repeated = counter(meters, "repeated", "Those of them that had been applied before", stream);
        retries = counter(meters, "retries", "Tries that failed and are repeated", stream);
        dead = counter(meters, "dead", "Events that went to the dead letters", stream);
        takenOver = counter(meters, "takenover", "Events that another had begun", stream);
        interruptions = counter(meters, "interruptions", "Rounds that Redis or Postgres did not let end", stream);
        time = Timer.builder("medianest.events.handling")
                .description("Time of a transaction that applies events")
                .tag(STREAM, stream)
                .register(meters);
        Gauge.builder("medianest.events.lag", () -> backlog.unread())
                .description("Events not yet read; " + Backlog.LIMIT + " stands for more")
                .tag(STREAM, stream)
                .register(meters);
        Gauge.builder("medianest.events.lag.age", () -> backlog.seconds())
                .baseUnit("seconds")
                .description("How long the first of them has waited")
                .tag(STREAM, stream)
                .register(meters);
        Gauge.builder("medianest.events.pending", () -> backlog.pending())
                .description("Events read and not yet done")
                .tag(STREAM, stream)
                .register(meters);
    }

    /** @param before how many of them had been applied before */
    void handled(int events, int before, long nanos) {
        repeated.increment(before);
        handled.increment(events);
        time.record(nanos, TimeUnit.NANOSECONDS);
    }

    void retried() {
        retries.increment();
    }

    void buried() {
        dead.increment();
    }

    void takenOver(int events) {
        takenOver.increment(events);
    }

    void interrupted() {
        interruptions.increment();
    }

    void backlog(Backlog now) {
        backlog = now;
    }

    private static Counter counter(MeterRegistry meters, String name, String description, String stream) {
        return Counter.builder("medianest.events." + name)
                .description(description)
                .tag(STREAM, stream)
                .register(meters);
    }
}
