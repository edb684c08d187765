package org.medianest.downloads.worker;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.medianest.downloads.concurrent.Blocking;
import org.medianest.downloads.job.Lease;
import org.medianest.downloads.job.Leases;

/**
 * A lease in the hands of a run. A database that is away is waited for as long as the lease lives; after that somebody else may have
 * the job, so the run has to take it as lost.
 */
final class Held {
    private static final Logger LOG = Logger.getLogger(Held.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Leases leases;
    private final Lease lease;
    private final Clock clock;
    private volatile Instant until;

    Held(Leases leases, Lease lease, Clock clock) {
        this.leases = leases;
        this.lease = lease;
        this.clock = clock;
        this.until = clock.instant().plus(leases.duration());
    }

    Lease lease() {
        return lease;
    }

    /** Another step may have to wait, this one must not: the next renewal comes soon. */
    void renew(Function<Leases, Uni<Void>> renewal) {
        Instant asked = clock.instant();
        try {
            Blocking.await(() -> renewal.apply(leases));
            until = asked.plus(leases.duration());
        } catch (Lease.Lost lost) {
            throw lost;
        } catch (RuntimeException away) {
            LOG.warnf("lease not renewed job=%s: %s", lease.job(), away);
            loseIfOver();
        }
    }

    /** @throws Lease.Lost when the step is refused, or could not be taken in time */
    void step(Function<Leases, Uni<Void>> step) throws InterruptedException {
        while (true) {
            try {
                Blocking.await(() -> step.apply(leases));
                return;
            } catch (Lease.Lost | IllegalStateException | IllegalArgumentException refused) {
                throw refused;
            } catch (RuntimeException away) {
                LOG.warnf("step waits for the database job=%s: %s", lease.job(), away);
                loseIfOver();
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            }
        }
    }

    private void loseIfOver() {
        if (clock.instant().isAfter(until)) {
            throw new Lease.Lost(lease);
        }
    }
}
