package org.medianest.media.request;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.medianest.commons.drain.Farewell;
import org.medianest.commons.idempotency.IdempotencyKeys;
import org.medianest.commons.leader.Leadership;
import org.medianest.commons.leader.Term;
import org.medianest.media.rounds.Rounds;

/**
 * Hands what was approved to whatever gets it; one replica does at a time. What is to be handed over is a row, so a crash loses nothing;
 * whoever takes it knows what it has already, so it gets nothing twice.
 */
@ApplicationScoped
class Handover {
    private static final Logger LOG = Logger.getLogger(Handover.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RequestConfig config;
    private final Orders orders;
    private final Arrivals arrivals;
    private final IdempotencyKeys keys;
    private final HandoverSignal signal;
    private final Clock clock;
    private final Rounds rounds;
    private Instant nextComparison = Instant.MIN;

    Handover(
            RequestConfig config,
            Leadership leadership,
            Orders orders,
            Arrivals arrivals,
            IdempotencyKeys keys,
            HandoverSignal signal,
            Clock clock) {
        this.config = config;
        this.orders = orders;
        this.arrivals = arrivals;
        this.keys = keys;
        this.signal = signal;
        this.clock = clock;
        this.rounds = new Rounds(leadership, "handover", config.handover().poll(), this::round);
    }

    void start(@Observes StartupEvent event) {
        signal.wakes(rounds::wake);
        rounds.start();
    }

    /** Before the pool and the relay go. */
    void stop(@Observes @Priority(1) ShutdownEvent event, Farewell farewell) {
        rounds.stop(farewell);
    }

    /** Rows wait while something is away; the next round tries again. */
    private void round(Term term) {
        while (orders.handDue(term)) {
            LOG.debug("more is to be handed over");
        }
        Instant now = clock.instant();
        if (!now.isBefore(nextComparison)) {
            nextComparison = now.plus(config.handover().comparison());
            arrivals.compareAll(term);
            keys.forgetOld().await().atMost(PATIENCE);
        }
    }
}
