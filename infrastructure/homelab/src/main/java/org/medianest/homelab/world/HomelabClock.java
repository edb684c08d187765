package org.medianest.homelab.world;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The homelab's time, which can be moved ahead and made to run faster, with what is to happen at its times. Thread safe. */
public final class HomelabClock implements InstantSource, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(HomelabClock.class);
    private static final long IDLE_MILLIS = 60_000;
    private static final long MOST_STEPS = 200;

    private record Task(Instant due, long number, Runnable action) {
        boolean isDue(Instant now) {
            return !due.isAfter(now);
        }
    }

    /** One after the other, and whoever moves the clock waits for what another thread has begun. */
    private final ReentrantLock running = new ReentrantLock();

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::due).thenComparing(Task::number));
    private Instant base = Instant.now();
    private long nanosAtBase = System.nanoTime();
    private double speed = 1;
    private long numbers;
    private boolean closed;

    public HomelabClock() {
        Thread.ofVirtual().name("homelab-clock").start(this::run);
    }

    public synchronized Instant now() {
        return base.plusNanos((long) ((System.nanoTime() - nanosAtBase) * speed));
    }

    @Override
    public Instant instant() {
        return now();
    }

    /**
     * Jumps ahead; what falls due happens before this returns. It does so by steps of a second, or longer ones where they would be too many,
     * so that what follows from what happens on the way happens too.
     */
    public void advance(Duration duration) {
        long steps = Math.clamp(duration.toSeconds(), 1, MOST_STEPS);
        Duration step = duration.dividedBy(steps);
        Duration last = duration.minus(step.multipliedBy(steps - 1));
        for (long number = 1; number <= steps; number++) {
            jump(number == steps ? last : step);
            runDue();
        }
    }

    private synchronized void jump(Duration duration) {
        rebase(now().plus(duration), speed);
    }

    /** How many of the homelab's seconds pass in a real one. */
    public synchronized void setSpeed(double speed) {
        if (!(speed > 0) || speed > 1_000_000) {
            throw new IllegalArgumentException("A speed is more than 0 and at most a million, not " + speed);
        }
        rebase(now(), speed);
    }

    public synchronized double speed() {
        return speed;
    }

    /** Has something happen once, on a thread of the clock or in a call of {@link #advance}. */
    public synchronized void after(Duration delay, Runnable action) {
        tasks.add(new Task(now().plus(delay), numbers++, action));
        notifyAll();
    }

    /** Back to the real time at its own pace; what was to happen does not. */
    public synchronized void reset() {
        tasks.clear();
        rebase(Instant.now(), 1);
    }

    @Override
    public synchronized void close() {
        closed = true;
        tasks.clear();
        notifyAll();
    }

    private synchronized void rebase(Instant now, double newSpeed) {
        base = now;
        nanosAtBase = System.nanoTime();
        speed = newSpeed;
        notifyAll();
    }

    private void run() {
        try {
            while (awaitDue()) {
                runDue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean awaitDue() throws InterruptedException {
        while (!closed) {
            Task next = tasks.peek();
            if (next != null && next.isDue(now())) {
                return true;
            }
            wait(next == null ? IDLE_MILLIS : realMillisUntil(next));
        }
        return false;
    }

    private long realMillisUntil(Task task) {
        double millis = Duration.between(now(), task.due()).toMillis() / speed;
        return Math.clamp((long) millis, 1, IDLE_MILLIS);
    }

    /** Outside the lock of the times, so that an action may use the clock and everything else. */
    private void runDue() {
        running.lock();
        try {
            takeDue().forEach(HomelabClock::run);
        } finally {
            running.unlock();
        }
    }

    private static void run(Task task) {
        try {
            task.action().run();
        } catch (RuntimeException e) {
            LOG.error("homelab.clock.action.failed", e);
        }
    }

    private synchronized List<Task> takeDue() {
        List<Task> due = new ArrayList<>();
        Instant now = now();
        for (@Nullable Task next = tasks.peek(); next != null && next.isDue(now); next = tasks.peek()) {
            due.add(next);
            tasks.remove();
        }
        return due;
    }
}
