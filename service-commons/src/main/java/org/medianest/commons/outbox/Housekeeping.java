package org.medianest.commons.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.medianest.commons.event.EventConfig;

/** What the relay of a stream does now and then: it counts what waits, and what is old enough goes. */
@ApplicationScoped
class Housekeeping {
    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration COUNTING = Duration.ofSeconds(5);
    private static final Duration TIDYING = Duration.ofMinutes(1);

    private final EventConfig config;
    private final OutboxStore outbox;
    private final StreamTrimmer trimmer;
    private final RelayMetrics metrics;
    private long countedAt = System.nanoTime() - COUNTING.toNanos();
    private long tidiedAt = System.nanoTime();

    Housekeeping(EventConfig config, OutboxStore outbox, StreamTrimmer trimmer, RelayMetrics metrics) {
        this.config = config;
        this.outbox = outbox;
        this.trimmer = trimmer;
        this.metrics = metrics;
    }

    /** To be called by the one relay that leads, as often as it likes. */
    void look(String stream) {
        long now = System.nanoTime();
        if (now - countedAt >= COUNTING.toNanos()) {
            countedAt = now;
            metrics.backlog(outbox.backlog().await().atMost(PATIENCE));
        }
        if (now - tidiedAt >= TIDYING.toNanos()) {
            tidiedAt = now;
            tidy(stream);
        }
    }

    /** Failing here keeps nothing from being published. */
    private void tidy(String stream) {
        try {
            outbox.forget(config.kept()).await().atMost(PATIENCE);
            trimmer.trim(stream, config.kept());
        } catch (RuntimeException later) {
            LOG.warnf("%s was not tidied, next time then: %s", stream, later);
        }
    }
}
