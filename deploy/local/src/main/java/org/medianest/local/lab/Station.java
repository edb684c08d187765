package org.medianest.local.lab;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.medianest.local.process.Child;
import org.medianest.local.process.Ending;
import org.medianest.local.process.Proc;
import org.medianest.local.process.Signal;
import org.medianest.local.process.Spawn;
import org.medianest.local.process.Spawner;

/** One process of the event-lab. */
public final class Station {
    private static final Ending ORDERLY = new Ending(Signal.TERM, Duration.ofSeconds(30));

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
