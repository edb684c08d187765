package org.medianest.commons.consumer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.event.EventConfig;
import org.medianest.commons.leader.Leadership;
import org.medianest.commons.leader.Term;

/**
 * Reads the events of one stream in their order, on a thread of its own, while this replica is the one that does. What becomes of them is
 * the matter of {@link Deliveries}.
 */
final class StreamConsumer implements Runnable {
    private static final Logger LOG = Logger.getLogger(StreamConsumer.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration TIDYING = Duration.ofSeconds(5);

    /** More waiting events than this, and nothing new is read: memory is bounded. */
    private static final int MOST_HELD = 1_000;

    private final EventConfig config;
    private final Leadership leadership;
    private final Inbox inbox;
    private final HeardStreams heard;
    private final Group group;
    private final ConsumerMetrics metrics;
    private final String stream;
    private final Deliveries deliveries;
    private @Nullable Term term;
    private boolean quiet = true;
    private long tidiedAt = System.nanoTime();
    private volatile boolean running = true;

    StreamConsumer(
            EventConfig config,
            Leadership leadership,
            Inbox inbox,
            HeardStreams heard,
            Group group,
            ConsumerMetrics metrics,
            String stream) {
        this.config = config;
        this.leadership = leadership;
        this.inbox = inbox;
        this.heard = heard;
        this.group = group;
        this.metrics = metrics;
        this.stream = stream;
        this.deliveries = new Deliveries(config, inbox, group, metrics, stream);
    }

    /** What it holds is finished first. */
    void stop() {
        running = false;
    }

    @Override
    public void run() {
        try (Leadership.Campaign campaign = leadership.campaign("consume " + stream)) {
            while (running) {
                Optional<Term> current = campaign.term();
                if (current.isEmpty()) {
                    pause();
                } else {
                    round(current.get());
                }
            }
        }
    }

    private void round(Term current) {
        try {
            if (!current.equals(term)) {
                begin(current);
            }
            deliveries.retryDue(current);
            tidy(current);
            if (deliveries.waiting() < MOST_HELD) {
                read(current);
            } else {
                pause();
            }
        } catch (Term.Over replaced) {
            LOG.infof("%s", replaced.getMessage());
            term = null;
            pause();
        } catch (RuntimeException notNow) {
            metrics.interrupted();
            LOG.warnf("events of %s cannot be handled now, trying again: %s", stream, notNow);
            term = null; // Redis may have come back without the group, or without what was read
            pause();
        }
    }

    /**
     * In a busy moment the transaction of the batch asks whether we still lead; when it is quiet we ask here, so that nobody who was
     * replaced goes on reading.
     */
    private void read(Term current) {
        if (quiet) {
            leadership.require(current).await().atMost(PATIENCE);
        }
        List<Delivery> fresh = group.read();
        quiet = fresh.isEmpty();
        take(current, fresh);
    }

    /** First what was left undone, by this replica or another, in its order. */
    private void begin(Term current) {
        deliveries.forgetWaiting();
        group.join();
        heard.hear(stream).await().atMost(PATIENCE); // the group is there: an answer is kept until it is read
        List<Delivery> left = group.takeOver();
        term = current;
        metrics.takenOver(left.size());
        deliveries.apply(current, left);
    }

    /**
     * What was given out and is not in our hands comes before what was read now: its answer was lost on a line that broke, or it went
     * to a replica that led before.
     */
    private void take(Term current, List<Delivery> fresh) {
        if (fresh.isEmpty() || group.pending() == deliveries.waiting() + fresh.size()) {
            deliveries.apply(current, fresh);
        } else {
            begin(current);
        }
    }

    private void tidy(Term current) {
        long now = System.nanoTime();
        if (now - tidiedAt >= TIDYING.toNanos()) {
            tidiedAt = now;
            metrics.backlog(group.backlog());
            inbox.forget(config.remembered()).await().atMost(PATIENCE);
            if (group.pending() != deliveries.waiting()) {
                begin(current);
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos() / (deliveries.waiting() == 0 ? 1 : 5));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
