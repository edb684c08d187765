package org.medianest.local.lab;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.medianest.local.place.Refusal;
import org.medianest.local.process.Child;
import org.medianest.local.process.Ending;
import org.medianest.local.process.Pause;
import org.medianest.local.process.Proc;
import org.medianest.local.process.Signal;
import org.medianest.local.process.Spawn;
import org.medianest.local.process.Spawner;

/** One process beside the servers of the event-lab: a replica of a service, or what it is measured against. */
public final class Station {
    private static final Ending ORDERLY = new Ending(Signal.TERM, Duration.ofSeconds(30));
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final int LINES = 30;

    private final Spawner spawner;
    private final Spawn spawn;
    private @Nullable Child child;

    Station(Spawner spawner, Spawn spawn) {
        this.spawner = spawner;
        this.spawn = spawn;
    }

    public String name() {
        return spawn.name();
    }

    public synchronized void start() throws IOException {
        child = spawner.start(spawn);
    }

    public synchronized boolean isAlive() {
        return child != null && child.isAlive();
    }

    /** Waits until it says that it is up. */
    public void awaitUp(String words, Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        while (lastWords(LINES).stream().noneMatch(line -> line.contains(words))) {
            if (!isAlive() || System.nanoTime() - until > 0) {
                throw new Refusal(name() + " did not start:\n" + String.join("\n", lastWords(LINES)));
            }
            Pause.of(LOOK_AGAIN);
        }
    }

    /** Waits until it has ended by itself, and gives its exit code. */
    public int await(Duration atMost) {
        Child running = running();
        if (!Ending.isGone(running.id(), atMost)) {
            kill();
            throw new Refusal(name() + " did not end:\n" + String.join("\n", lastWords(LINES)));
        }
        return running.onExit().join();
    }

    public void kill() {
        end(Ending.AT_ONCE);
    }

    /** It finishes what it holds, and writes what it measured. */
    public void stop() {
        end(ORDERLY);
    }

    /** Stands still, as a machine that is suspended. */
    public void pause() throws IOException {
        signal("STOP");
    }

    public void resume() throws IOException {
        signal("CONT");
    }

    /** Its memory as a share of what is shared, in bytes. */
    public synchronized OptionalLong memory() {
        return child == null
                ? OptionalLong.empty()
                : Proc.SYSTEM.proportionalMemory(child.id().pid());
    }

    public synchronized List<String> lastWords(int lines) {
        return child == null ? List.of() : child.lastWords(lines);
    }

    private synchronized Child running() {
        if (child == null) {
            throw new IllegalStateException(name() + " was not started");
        }
        return child;
    }

    private synchronized void end(Ending ending) {
        if (child != null) {
            ending.end(child.id());
        }
    }

    /** Java has no call for these. */
    private synchronized void signal(String name) throws IOException {
        if (child != null && child.isAlive()) {
            List<String> command =
                    List.of("kill", "-" + name, Long.toString(child.id().pid()));
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .start()
                    .onExit()
                    .join();
        }
    }
}
