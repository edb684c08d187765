package org.medianest.auth.notification.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Takes what is due to people, outside of transactions. All replicas do; each takes what nobody else has taken, and what a dead one has
 * left is taken again. So something may arrive twice when a replica dies between sending it and noting so, and never without being noted
 * as tried.
 */
@ApplicationScoped
class Courier {
    private static final Logger LOG = Logger.getLogger(Courier.class);
    private static final int HANDFUL = 20;
    private static final int AT_ONCE = 4;
    private static final int GROWTH = 5;

    private final DeliveryStore store;
    private final Carriers carriers;
    private final DeliveryConfig config;
    private final MeterRegistry meters;
    private final Vertx vertx;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private final AtomicBoolean wanted = new AtomicBoolean();

    Courier(DeliveryStore store, Carriers carriers, DeliveryConfig config, MeterRegistry meters, Vertx vertx) {
        this.store = store;
        this.carriers = carriers;
        this.config = config;
        this.meters = meters;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(config.poll().toMillis(), id -> wake());
    }

    /** There is something to take, perhaps. */
    void wake() {
        wanted.set(true);
        if (underWay.compareAndSet(false, true)) {
            wanted.set(false);
            round().onTermination()
                    .invoke(this::rest)
                    .subscribe()
                    .with(done -> {}, later -> LOG.warnf("News is taken to people later: %s", later));
        }
    }

    private void rest() {
        underWay.set(false);
        if (wanted.get()) {
            wake();
        }
    }

    /** A handful after the other, as long as they are full. */
    private Uni<Void> round() {
        return store.claim(HANDFUL, config.patience().multipliedBy(2))
                .call(this::takeAll)
                .chain(taken ->
                        taken.size() == HANDFUL ? round() : Uni.createFrom().voidItem());
    }

    private Uni<Void> takeAll(List<Delivery> deliveries) {
        return Multi.createFrom()
                .iterable(deliveries)
                .onItem()
                .transformToUni(delivery -> attempt(delivery)
                        .chain(outcome -> settle(delivery, outcome))
                        .replaceWith(true))
                .collectFailures()
                .merge(AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Outcome> attempt(Delivery delivery) {
        if (delivery.attempts() > config.attempts()) {
            return Uni.createFrom().item(new Outcome.Never("The service ended each time while it tried."));
        }
        Optional<Carrier> carrier = carriers.by(delivery.way());
        if (carrier.isEmpty()) {
            return Uni.createFrom().item(new Outcome.Never("This house sends nothing that way any more."));
        }
        Duration patience = config.patience();
        return Uni.createFrom()
                .deferred(() -> carrier.get().carry(delivery))
                .ifNoItem()
                .after(patience)
                .recoverWithItem(new Outcome.NotYet("There was no answer within " + patience.toSeconds() + " s."))
                .onFailure()
                .recoverWithItem(failure -> new Outcome.NotYet(String.valueOf(failure.getMessage())));
    }

    private Uni<Void> settle(Delivery delivery, Outcome outcome) {
        count(delivery, outcome);
        return switch (outcome) {
            case Outcome.Delivered delivered -> store.delivered(delivery.id());
            case Outcome.Never never -> giveUp(delivery, never.reason());
            case Outcome.NotYet notYet ->
                delivery.attempts() >= config.attempts()
                        ? giveUp(delivery, notYet.reason())
                        : store.postpone(delivery.id(), pause(delivery.attempts()), notYet.reason());
        };
    }

    private Uni<Void> giveUp(Delivery delivery, String reason) {
        LOG.warnf(
                "news given up, way=%s delivery=%s attempts=%d: %s",
                delivery.way(), delivery.id(), delivery.attempts(), reason);
        return store.givenUp(delivery.id(), reason);
    }

    private Duration pause(int attempts) {
        return config.firstPause().multipliedBy(Math.powExact((long) GROWTH, attempts - 1));
    }

    private void count(Delivery delivery, Outcome outcome) {
        String name = outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        meters.counter("medianest.notifications.attempts", "way", delivery.way().name(), "outcome", name)
                .increment();
    }
}
