package org.medianest.commons.consumer;

import io.quarkus.vertx.VertxContextSupport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.database.Outage;
import org.medianest.commons.event.DomainEvent;
import org.medianest.commons.event.EntryId;
import org.medianest.commons.event.EventCatalogue;
import org.medianest.commons.event.EventCodec.UnreadableEvent;
import org.medianest.commons.event.EventConfig;
import org.medianest.commons.event.EventEnvelope;
import org.medianest.commons.leader.Term;

/**
 * What becomes of the entries that were given to this replica. What was read together is applied in one transaction. When that fails, its
 * events are applied one by one: the one that fails is tried again later, those of its subject wait behind it, and all others go on.
 * For one thread.
 */
final class Deliveries {
    private static final Logger LOG = Logger.getLogger(Deliveries.class);

    /** A handler that takes longer has failed. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** So often in a row a batch may be in conflict with others, each time after a few tries, before that counts as its failure. */
    private static final int MOST_CONFLICTS = 10;

    private final EventConfig config;
    private final Inbox inbox;
    private final Group group;
    private final ConsumerMetrics metrics;
    private final String stream;
    private final HeldBack held;
    private int conflicts;

    Deliveries(EventConfig config, Inbox inbox, Group group, ConsumerMetrics metrics, String stream) {
        this.config = config;
        this.inbox = inbox;
        this.group = group;
        this.metrics = metrics;
        this.stream = stream;
        this.held = new HeldBack(config.firstRetry(), RandomGenerator.getDefault());
    }

    /** How many are neither done nor given up. */
    int waiting() {
        return held.size();
    }

    /** They will be given to us again. */
    void forgetWaiting() {
        held.clear();
    }

    /** Tries those again whose time has come. */
    void retryDue(Term current) {
        held.takeDue(System.nanoTime()).forEach(deliveries -> applySingly(current, deliveries));
    }

    void apply(Term current, List<Delivery> deliveries) {
        List<Delivery> ready = new ArrayList<>();
        List<EntryId> notOurs = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            String fault = fault(delivery.envelope());
            if (!delivery.isFor(config.service())) {
                notOurs.add(delivery.entry());
            } else if (fault != null) {
                bury(delivery, fault, 1);
            } else if (held.holds(envelope(delivery).subject())) {
                held.add(envelope(delivery).subject(), delivery);
            } else {
                ready.add(delivery);
            }
        }
        group.acknowledge(notOurs);
        if (!ready.isEmpty()) {
            applyTogether(current, ready);
        }
    }

    /**
     * Why it can never be applied; null when it can. Only the service that tells an event may write to its stream, so on another stream
     * it is said by somebody who has no right to.
     */
    private @Nullable String fault(@Nullable EventEnvelope envelope) {
        if (envelope == null) {
            return "not a CloudEvent";
        }
        Class<? extends DomainEvent> event = EventCatalogue.classOf(envelope.type());
        if (event == null) {
            return "unknown type " + envelope.type() + "; perhaps of a newer version";
        }
        String itsStream = EventCatalogue.streamOf(event);
        return itsStream.equals(stream) ? null : envelope.type() + " is told on " + itsStream + " and nowhere else";
    }

    private void applyTogether(Term current, List<Delivery> deliveries) {
        Throwable failure = attempt(current, deliveries);
        if (failure == null) {
            done(deliveries);
        } else if (deliveries.size() == 1) {
            failed(current, deliveries.getFirst(), failure);
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
                failed(current, delivery, failure);
            }
        }
    }

    /** Null when it went well. What no handler can help is thrown instead. */
    private @Nullable Throwable attempt(Term current, List<Delivery> deliveries) {
        List<EventEnvelope> envelopes =
                deliveries.stream().map(Deliveries::envelope).toList();
        long begin = System.nanoTime();
        try {
            int repeated = VertxContextSupport.subscribeAndAwait(() ->
                    inbox.apply(current, envelopes).ifNoItem().after(PATIENCE).fail());
            metrics.handled(envelopes.size(), repeated, System.nanoTime() - begin);
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

    private void failed(Term current, Delivery delivery, Throwable failure) {
        EventEnvelope envelope = envelope(delivery);
        int attempts = inbox.countFailure(current, envelope).await().atMost(PATIENCE);
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
}
