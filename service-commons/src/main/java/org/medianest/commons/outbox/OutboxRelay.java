package org.medianest.commons.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.drain.Farewell;
import org.medianest.commons.event.EventConfig;
import org.medianest.commons.leader.Leadership;
import org.medianest.commons.leader.Term;
import org.medianest.commons.outbox.OutboxStore.StreamState;
import org.medianest.commons.outbox.OutboxStore.Waiting;
import org.medianest.commons.outbox.StreamWriter.Outcome;
import org.medianest.commons.redis.RedisHints;

/**
 * Carries the rows of the outbox to the service's stream, in their order, on a thread of its own. One relay of a service works at a
 * time; one that was replaced adds nothing any more, because the stream knows the epoch of the newest.
 *
 * <p>A crash between the adding and the mark repeats an event, which the reader's {@code processed_event} table absorbs; it never
 * loses one. A stream that has lost its end, or everything, is filled again from the rows that are kept.
 */
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int BATCH = 500;

    /** Rows, scripts and locks answer in milliseconds or are in trouble. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EventConfig config;
    private final Database database;
    private final Leadership leadership;
    private final OutboxStore outbox;
    private final StreamWriter writer;
    private final Housekeeping housekeeping;
    private final RelayMetrics metrics;
    private final RelayHints hints;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private volatile boolean leads;
    private long begunAt = System.nanoTime();
    private @Nullable Thread loop;

    OutboxRelay(
            EventConfig config,
            Database database,
            Leadership leadership,
            OutboxStore outbox,
            StreamWriter writer,
            Housekeeping housekeeping,
            RelayMetrics metrics,
            RelayHints hints) {
        this.config = config;
        this.database = database;
        this.leadership = leadership;
        this.outbox = outbox;
        this.writer = writer;
        this.housekeeping = housekeeping;
        this.metrics = metrics;
        this.hints = hints;
    }

    /** There is something to publish, perhaps: for this replica, or for the one that relays. Cheap; may be called from anywhere. */
    public void wake() {
        if (leads) {
            wake.release();
        } else {
            config.publishesTo().ifPresent(hints::tell);
        }
    }

    void start(@Observes StartupEvent event) {
        config.publishesTo().ifPresent(stream -> {
            running = true;
            loop = Thread.ofPlatform().daemon().name("outbox-relay").start(() -> relayUntilStopped(stream));
        });
    }

    /** After those who may still publish. */
    void stop(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent event, Farewell farewell) {
        running = false;
        wake.release();
        farewell.await(loop);
    }

    private void relayUntilStopped(String stream) {
        try (Leadership.Campaign campaign = leadership.campaign("relay " + stream);
                RedisHints others = hints.hear(stream, wake::release)) {
            while (running) {
                Optional<Term> term = campaign.term();
                leads = term.isPresent();
                boolean more = leads && relay(stream, term.get());
                if (!more) {
                    sleepUntilWoken();
                }
            }
        }
    }

    /** Whether there may be more to publish. Rows wait in Postgres while something is away; the next round tries again. */
    private boolean relay(String stream, Term term) {
        try {
            housekeeping.look(stream);
            begunAt = System.nanoTime();
            return publishBatch(stream, term);
        } catch (Term.Over replaced) {
            LOG.infof("%s", replaced.getMessage());
        } catch (RuntimeException notNow) {
            metrics.failed();
            LOG.warnf("outbox relay of %s failed, rows wait: %s", stream, notNow);
        }
        return false;
    }

    private boolean publishBatch(String stream, Term term) {
        return database.inTransaction(transaction -> Uni.combine()
                        .all()
                        .unis(
                                leadership.require(transaction, term),
                                outbox.hurry(transaction),
                                outbox.state(transaction, stream),
                                outbox.waiting(transaction, BATCH))
                        .with((held, hurried, state, rows) -> publish(transaction, stream, term, state, rows))
                        .flatMap(outcome -> outcome))
                .await()
                .atMost(PATIENCE);
    }

    /** Also without rows the stream is asked whether all is there. */
    private Uni<Boolean> publish(
            Transaction transaction, String stream, Term term, StreamState state, List<Waiting> rows) {
        return writer.add(stream, term, state, rows).chain(outcome -> switch (outcome) {
            case Outcome.Added added
            when added.entries().isEmpty() -> Uni.createFrom().item(false);
            case Outcome.Added added -> {
                outbox.mark(transaction, stream, rows, added.entries());
                transaction.afterCommit(() -> metrics.published(rows.size()));
                yield Uni.createFrom().item(rows.size() == BATCH);
            }
            case Outcome.Fenced fenced ->
                leadership
                        .surpass(transaction, term, fenced.epoch())
                        .invoke(() -> LOG.warnf(
                                "%s knows epoch %d, Postgres is older: was it restored? Epoch %d is surpassed",
                                stream, fenced.epoch(), term.epoch()))
                        .replaceWith(false);
            case Outcome.Lost lost ->
                outbox.publishAgain(transaction, stream, lost.last())
                        .invoke(count -> LOG.errorf(
                                "%s has lost what came after %s: %d events are published again",
                                stream, lost.last(), count))
                        .replaceWith(true);
        });
    }

    private void sleepUntilWoken() {
        try {
            if (wake.tryAcquire(config.relayInterval().toMillis(), TimeUnit.MILLISECONDS)) {
                gather();
                wake.drainPermits();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    /** A round costs the same for one event as for ten: in a busy moment those that are said shortly after each other share it. */
    private void gather() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(begunAt + config.relayGathering().toNanos() - System.nanoTime());
    }
}
