package org.medianest.commons.consumer;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.random.RandomGenerator;

/**
 * Subjects whose event failed, with all that came for them since: they wait and keep their order, while the others go on.
 *
 * <p>Times are {@link System#nanoTime}, which no change of the clock moves.
 */
final class HeldBack {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Duration firstPause;
    private final RandomGenerator random;
    private final Map<String, Waiting> subjects = new HashMap<>();
    private int size;

    HeldBack(Duration firstPause, RandomGenerator random) {
        this.firstPause = firstPause;
        this.random = random;
    }

    private static final class Waiting {
        final Queue<Delivery> deliveries = new ArrayDeque<>();
        long dueAt;
    }

    boolean holds(String subject) {
        return subjects.containsKey(subject);
    }

    /** How many events wait. */
    int size() {
        return size;
    }

    /** Another event of a subject that is held; it goes behind the others. */
    void add(String subject, Delivery delivery) {
        subjects.computeIfAbsent(subject, name -> new Waiting()).deliveries.add(delivery);
        size++;
    }

    /** The subject's next try; its first event has failed so often. */
    void postpone(String subject, int attempts, long now) {
        Waiting waiting = subjects.get(subject);
        if (waiting != null) {
            waiting.dueAt = now + pause(attempts).toNanos();
        }
    }

    /** Takes out the subjects whose time has come, each with its events in order. */
    List<List<Delivery>> takeDue(long now) {
        List<List<Delivery>> due = new ArrayList<>();
        subjects.values().removeIf(waiting -> {
            if (now - waiting.dueAt < 0) {
                return false;
            }
            due.add(List.copyOf(waiting.deliveries));
            size -= waiting.deliveries.size();
            return true;
        });
        return due;
    }

    void clear() {
        subjects.clear();
        size = 0;
    }

    /** Doubles each time; a quarter more or less, so that those who failed together do not come back together. */
    Duration pause(int attempts) {
        double doubled = firstPause.toMillis() * Math.pow(2, attempts - 1.0);
        double jittered = Math.min(doubled, LONGEST_PAUSE.toMillis()) * random.nextDouble(0.75, 1.25);
        return Duration.ofMillis((long) jittered);
    }
}
