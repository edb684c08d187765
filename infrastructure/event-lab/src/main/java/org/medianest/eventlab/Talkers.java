package org.medianest.eventlab;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
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
    private final Queue<UUID> subjects = new ConcurrentLinkedQueue<>();
    private final AtomicLong due = new AtomicLong(System.nanoTime());
    private volatile boolean running = true;

    Talkers(StationConfig config, EventConfig events, Database database, PlanStore plan, Events says) {
        this.config = config;
        this.events = events;
        this.database = database;
        this.plan = plan;
        this.says = says;
    }

    void start(@Observes StartupEvent event) {
        events.publishesTo().ifPresent(stream -> {
            for (int i = 0; i < config.talkers(); i++) {
                Thread.ofVirtual().name("talker-" + i).start(() -> talk(stream));
            }
        });
    }

    /** Before the relay stops. */
    void stop(@Observes @Priority(1) ShutdownEvent event) {
        running = false;
    }

    private void talk(String stream) {
        while (running) {
            waitForTurn();
            try {
                Optional<UUID> subject = nextSubject();
                if (subject.isEmpty()) {
                    sleep(PAUSE.toNanos());
                } else if (!say(stream, subject.get())) {
                    subjects.remove(subject.get());
                }
            } catch (RuntimeException away) {
                LOG.debugf("not said: %s", away);
                sleep(PAUSE.toNanos());
            }
        }
    }

    /** One after the other, so that all come equally far. */
    private Optional<UUID> nextSubject() {
        UUID next = subjects.poll();
        if (next == null) {
            subjects.addAll(plan.open().await().atMost(PATIENCE));
            next = subjects.poll();
        }
        if (next != null) {
            subjects.add(next);
        }
        return Optional.ofNullable(next);
    }

    /** False when all has been said of it. */
    private boolean say(String stream, UUID subject) {
        return database.inTransaction(transaction -> plan.take(transaction, subject)
                        .chain(number -> number.map(
                                        it -> says.publish(transaction, Script.line(stream, subject, Numbered.now(it)))
                                                .replaceWith(true))
                                .orElseGet(() -> Uni.createFrom().item(false))))
                .await()
                .atMost(PATIENCE);
    }

    /** Turns are so far apart as the rate says; those that were missed are not made up for by a burst. */
    private void waitForTurn() {
        config.rate().ifPresent(rate -> {
            long gap = TimeUnit.SECONDS.toNanos(1) / rate;
            long now = System.nanoTime();
            long turn = due.updateAndGet(last -> Math.max(last + gap, now - PAUSE.toNanos()));
            sleep(turn - now);
        });
    }

    private void sleep(long nanos) {
        try {
            if (nanos > 0) {
                TimeUnit.NANOSECONDS.sleep(nanos);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
