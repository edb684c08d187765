package org.medianest.media.request;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.idempotency.IdempotencyKeys;
import org.medianest.commons.leader.Leadership;
import org.medianest.commons.leader.Term;

/**
 * Hands what was approved to whatever gets it, on a thread of its own; one replica does at a time. What is to be handed over is a row, so a
 * crash loses nothing; whoever takes it knows what it has already, so it gets nothing twice.
 */
@ApplicationScoped
class Handover {
    private static final Logger LOG = Logger.getLogger(Handover.class);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final RequestConfig config;
    private final Leadership leadership;
    private final HandoverSignal signal;
    private final Orders orders;
    private final Arrivals arrivals;
    private final IdempotencyKeys keys;
    private final Clock clock;
    private volatile boolean running;
    private @Nullable Thread loop;
    private Instant nextComparison = Instant.MIN;

    Handover(
            RequestConfig config,
            Leadership leadership,
            HandoverSignal signal,
            Orders orders,
            Arrivals arrivals,
            IdempotencyKeys keys,
            Clock clock) {
        this.config = config;
        this.leadership = leadership;
        this.signal = signal;
        this.orders = orders;
        this.arrivals = arrivals;
        this.keys = keys;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        running = true;
        loop = Thread.ofPlatform().daemon().name("handover").start(this::workUntilStopped);
    }

    /** Before the pool and the relay go. */
    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        running = false;
        signal.wake();
        if (loop != null) {
            loop.join(PATIENCE);
        }
    }

    private void workUntilStopped() {
        try (Leadership.Campaign campaign = leadership.campaign("handover")) {
            while (running) {
                Optional<Term> term = campaign.term();
                boolean more = term.isPresent() && work(term.get());
                if (!more) {
                    signal.await(config.handover().poll());
                }
            }
        } catch (InterruptedException stopped) {
            LOG.debug("handover stopped");
        }
    }

    /** Whether there may be more to do. Rows wait while something is away; the next round tries again. */
    private boolean work(Term term) {
        try {
            compare(term);
            return orders.handDue(term);
        } catch (Term.Over replaced) {
            LOG.infof("%s", replaced.getMessage());
        } catch (RuntimeException notNow) {
            LOG.warnf("requests not handed over, they wait: %s", notNow);
        }
        return false;
    }

    private void compare(Term term) {
        Instant now = clock.instant();
        if (!now.isBefore(nextComparison)) {
            nextComparison = now.plus(config.handover().comparison());
            arrivals.compareAll(term);
            keys.forgetOld().await().atMost(PATIENCE);
        }
    }
}
