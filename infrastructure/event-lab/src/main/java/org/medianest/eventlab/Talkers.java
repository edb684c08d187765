package org.medianest.eventlab;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.medianest.commons.concurrent.CallerContext;
import org.medianest.commons.database.Database;
import org.medianest.commons.event.EventConfig;
import org.medianest.commons.outbox.Events;

/**
 * Says what is planned. That something was said and that it need not be said again is one transaction, so a talker may die at any moment
 * and nothing is said twice or left out.
 */
@ApplicationScoped
class Talkers {
    private static final Logger LOG = Logger.getLogger(Talkers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final StationConfig config;
    private final EventConfig events;
    private final Database database;
    private final PlanStore plan;
    private final Events says;
    private final VertxInternal vertx;
    private final Queue<UUID> subjects = new ConcurrentLinkedQueue<>();
    private final AtomicLong due = new AtomicLong(System.nanoTime());
    private volatile boolean running = true;

    Talkers(StationConfig config, EventConfig events, Database database, PlanStore plan, Events says, Vertx vertx) {
        this.config = config;
        this.events = events;
        this.database = database;
        this.plan = plan;
        this.says = says;
        this.vertx = (VertxInternal) vertx;
    }

    void start(@Observes StartupEvent event) {
        events.publishesTo().ifPresent(stream -> {
            for (int i = 0; i < config.talkers(); i++) {
                Context own = vertx.createEventLoopContext();
                talk(stream, task -> own.runOnContext(go -> task.run()));
            }
        });
    }

    /** Before the relay stops. */
    void stop(@Observes @Priority(1) ShutdownEvent event) {
        running = false;
    }

    /** As requests do: on an event loop. */
    private void talk(String stream, Executor own) {
        Uni.createFrom()
                .deferred(this::turn)
                .chain(() -> nextSubject())
                .chain(next -> next.map(subject -> say(stream, subject)).orElseGet(Talkers::pause))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithUni(away -> {
                    LOG.debugf("not said: %s", away);
                    return pause();
                })
                .runSubscriptionOn(own)
                .repeat()
                .whilst(said -> running)
                .subscribe()
                .with(said -> {}, broken -> LOG.errorf(broken, "a talker has ended"));
    }

    /** One after the other, so that all come equally far. */
    private Uni<Optional<UUID>> nextSubject() {
        Optional<UUID> next = nextKnown();
        return next.isPresent()
                ? Uni.createFrom().item(next)
                : plan.open().invoke(subjects::addAll).map(open -> nextKnown());
    }

    private Optional<UUID> nextKnown() {
        Optional<UUID> next = Optional.ofNullable(subjects.poll());
        next.ifPresent(subjects::add);
        return next;
    }

    private Uni<Boolean> say(String stream, UUID subject) {
        return database.inTransaction(transaction -> plan.take(transaction, subject)
                        .chain(number -> number.map(
                                        it -> says.publish(transaction, Script.line(stream, subject, Numbered.now(it)))
                                                .replaceWith(true))
                                .orElseGet(() -> Uni.createFrom().item(false))))
                .invoke(said -> {
                    if (!said) { // all has been said of it
                        subjects.remove(subject);
                    }
                });
    }

    /** Turns are so far apart as the rate says; those that were missed are not made up for by a burst. */
    private Uni<Boolean> turn() {
        if (config.rate().isEmpty()) {
            return Uni.createFrom().item(true);
        }
        long gap = TimeUnit.SECONDS.toNanos(1) / config.rate().get();
        long now = System.nanoTime();
        long turn = due.updateAndGet(last -> Math.max(last + gap, now - PAUSE.toNanos()));
        return turn > now
                ? pause(Duration.ofNanos(turn - now))
                : Uni.createFrom().item(true);
    }

    private static Uni<Boolean> pause() {
        return pause(PAUSE);
    }

    private static Uni<Boolean> pause(Duration time) {
        Executor caller = CallerContext.executor();
        return Uni.createFrom().item(true).onItem().delayIt().by(time).emitOn(caller);
    }
}
