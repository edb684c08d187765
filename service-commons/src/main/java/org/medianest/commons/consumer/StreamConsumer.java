package org.medianest.commons.consumer;

import io.quarkus.vertx.VertxContextSupport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.database.Outage;
import org.medianest.commons.event.EntryId;
import org.medianest.commons.event.EventCodec.UnreadableEvent;
import org.medianest.commons.event.EventConfig;
import org.medianest.commons.event.EventEnvelope;
import org.medianest.commons.leader.Leadership;
import org.medianest.commons.leader.Term;

/**
 * Applies the events of one stream in their order, on a thread of its own, while this replica is the one that does.
 *
 * <p>What was read together is applied in one transaction. When that fails, its events are applied one by one: the one that fails is
 * tried again later, those of its subject wait behind it, and all others go on.
 */
final class StreamConsumer implements Runnable {
    private static final Logger LOG = Logger.getLogger(StreamConsumer.class);

    /** A handler that takes longer has failed. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration TIDYING = Duration.ofSeconds(5);

    /** More waiting events than this, and nothing new is read: memory is bounded. */
    private static final int MOST_HELD = 1_000;

    /** So often in a row a batch may be in conflict with others, each time after a few tries, before that counts as its failure. */
    private static final int MOST_CONFLICTS = 10;

    private final EventConfig config;
    private final Leadership leadership;
    private final Inbox inbox;
    private final HeardStreams heard;
    private final Group group;
    private final ConsumerMetrics metrics;
    private final String stream;
    private final HeldBack held;
    private @Nullable Term term;
    private int conflicts;
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
        this.held = new HeldBack(config.firstRetry(), RandomGenerator.getDefault());
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
            held.takeDue(System.nanoTime()).forEach(deliveries -> applySingly(current, deliveries));
            tidy(current);
            if (held.size() < MOST_HELD) {
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
        held.clear();
        group.join();
        heard.hear(stream).await().atMost(PATIENCE); // the group is there: an answer is kept until it is read
        List<Delivery> left = group.takeOver();
        term = current;
        metrics.takenOver(left.size());
        apply(current, left);
    }

    /**
     * What was given out and is not in our hands comes before what was read now: its answer was lost on a line that broke, or it went
     * to a replica that led before.
     */
    private void take(Term current, List<Delivery> fresh) {
        if (fresh.isEmpty() || group.pending() == held.size() + fresh.size()) {
            apply(current, fresh);
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
            if (group.pending() != held.size()) {
                begin(current);
            }
        }
    }

    private void apply(Term current, List<Delivery> deliveries) {
        List<Delivery> ready = new ArrayList<>();
        List<EntryId> notOurs = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            EventEnvelope envelope = delivery.envelope();
            if (!delivery.isFor(config.service())) {
                notOurs.add(delivery.entry());
            } else if (envelope == null) {
                bury(delivery, "not a CloudEvent", 1);
            } else if (!Inbox.knows(envelope)) {
                bury(delivery, "unknown type " + envelope.type() + "; perhaps of a newer version", 1);
            } else if (held.holds(envelope.subject())) {
                held.add(envelope.subject(), delivery);
            } else {
                ready.add(delivery);
            }
        }
        group.acknowledge(notOurs);
        if (!ready.isEmpty()) {
            applyTogether(current, ready);
        }
    }

    private void applyTogether(Term current, List<Delivery> deliveries) {
        Throwable failure = attempt(current, deliveries);
        if (failure == null) {
            done(deliveries);
        } else if (deliveries.size() == 1) {
            failed(deliveries.getFirst(), failure);
        } else {
            applySingly(current, deliveries);
        }
    }

    private void applySingly(Term current, List<Delivery> deliveries) {
        for (Delivery delivery : deliveries) {
            String subject = envelope(delivery).subject();
            if (held.holds(subject)) {
                held.add(subject, delivery);
                continue;
            }
            Throwable failure = attempt(current, List.of(delivery));
            if (failure == null) {
                done(List.of(delivery));
            } else {
                failed(delivery, failure);
            }
        }
    }

    /** Null when it went well. What no handler can help is thrown instead. */
    private @Nullable Throwable attempt(Term current, List<Delivery> deliveries) {
        List<EventEnvelope> envelopes =
                deliveries.stream().map(StreamConsumer::envelope).toList();
        long begin = System.nanoTime();
        try {
            VertxContextSupport.subscribeAndAwait(() ->
                    inbox.apply(current, envelopes).ifNoItem().after(PATIENCE).fail());
            metrics.handled(envelopes.size(), System.nanoTime() - begin);
            conflicts = 0;
            return null;
        } catch (Term.Over replaced) {
            throw replaced;
        } catch (Throwable failure) {
            if (Outage.isOutage(failure) || isConflictToBear(failure)) {
                throw new IllegalStateException("Postgres cannot do it now: " + failure.getMessage(), failure);
            }
            return failure;
        }
    }

    /** Nobody's failure, up to a point: a handler may always be in conflict, even with itself. */
    private boolean isConflictToBear(Throwable failure) {
        return Outage.isConflict(failure) && ++conflicts <= MOST_CONFLICTS;
    }

    private void done(List<Delivery> deliveries) {
        group.acknowledge(deliveries.stream().map(Delivery::entry).toList());
        deliveries.forEach(delivery ->
                LOG.debugf("handled %s %s", delivery.entry(), envelope(delivery).type()));
    }

    private void failed(Delivery delivery, Throwable failure) {
        EventEnvelope envelope = envelope(delivery);
        int attempts = inbox.countFailure(envelope).await().atMost(PATIENCE);
        boolean hopeless = failure instanceof UnreadableEvent;
        if (hopeless || attempts >= config.maxAttempts()) {
            bury(delivery, String.valueOf(failure), attempts);
            inbox.forgetFailures(List.of(envelope)).await().atMost(PATIENCE);
        } else {
            metrics.retried();
            LOG.warnf(
                    failure, "event %s of %s failed %d times, it will be tried again", envelope.id(), stream, attempts);
            held.add(envelope.subject(), delivery);
            held.postpone(envelope.subject(), attempts, System.nanoTime());
        }
    }

    private void bury(Delivery delivery, String error, int attempts) {
        LOG.errorf(
                "entry %s of %s goes to the dead letters after %d tries: %s",
                delivery.entry(), stream, attempts, error);
        if (group.bury(delivery, error, attempts)) {
            metrics.buried();
        } else {
            LOG.infof("the event of entry %s of %s is there already", delivery.entry(), stream);
        }
    }

    private static EventEnvelope envelope(Delivery delivery) {
        EventEnvelope envelope = delivery.envelope();
        if (envelope == null) {
            throw new IllegalArgumentException("poison has no envelope: " + delivery.entry());
        }
        return envelope;
    }

    private void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos() / (held.size() == 0 ? 1 : 5));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
