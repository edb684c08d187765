package org.medianest.local.faults;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.medianest.local.process.Pause;

/** One fault a second, drawn from a seed. Those that take longer go on beside the next. */
final class Faults implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final Household house;
    private final Random random;
    private final List<String> history = new CopyOnWriteArrayList<>();
    private final List<String> mistakes = new CopyOnWriteArrayList<>();
    private final List<Thread> strikes = new ArrayList<>();
    private final Thread schedule;
    private volatile boolean running = true;

    Faults(Household house, long seed) {
        this.house = house;
        this.random = new Random(seed);
        this.schedule = Thread.ofPlatform().daemon().name("faults").start(this::run);
    }

    /** What struck when, and what went wrong with the striking itself. */
    List<String> history() {
        return List.copyOf(history);
    }

    /** What the suite itself did wrong. */
    List<String> mistakes() {
        return List.copyOf(mistakes);
    }

    /** What it wanted to break was broken already: no connection, or Postgres is just starting or stopping. */
    private static boolean isBecauseOfAnother(Exception missed) {
        return !(missed instanceof SQLException refused)
                || refused.getSQLState() == null
                || refused.getSQLState().startsWith("08")
                || refused.getSQLState().startsWith("57");
    }

    private void run() {
        List<Fault> all = List.of(Fault.values());
        while (running) {
            Fault fault = Fault.any(all, random);
            Random own = new Random(random.nextLong());
            history.add(Instant.now() + " " + fault);
            strikes.add(Thread.ofPlatform().daemon().start(() -> strike(fault, own)));
            Pause.of(BETWEEN);
        }
    }

    private void strike(Fault fault, Random own) {
        try {
            fault.strike(house, own);
        } catch (IOException | SQLException missed) {
            if (isBecauseOfAnother(missed)) {
                history.add(Instant.now() + " " + fault + " missed: " + missed.getMessage());
            } else {
                mistakes.add(fault + " did not strike: " + missed);
            }
        } catch (RuntimeException broken) {
            mistakes.add(fault + " did not strike: " + broken);
        }
    }

    /** Ends when all that was broken is whole again. */
    @Override
    public void close() throws IOException {
        running = false;
        try {
            schedule.join();
            for (Thread strike : strikes) {
                strike.join();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        for (FalseClock clock : List.of(house.postgresClock, house.redisClock)) {
            clock.jump(Duration.ZERO);
        }
        house.redis.send("CONFIG", "SET", "maxmemory", "256mb");
    }
}
