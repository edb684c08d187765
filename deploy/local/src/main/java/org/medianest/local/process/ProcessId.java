package org.medianest.local.process;

import java.time.Instant;
import java.util.Optional;

/** A process that can be known again: its number alone may long belong to another. */
public record ProcessId(long pid, String birth) {

    /** The living process of that number. */
    public static Optional<ProcessId> of(long pid) {
        return birthOf(pid).map(birth -> new ProcessId(pid, birth));
    }

    static Optional<ProcessId> parse(String line) {
        String[] words = line.strip().split(" ");
        if (words.length < 2 || !words[0].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(new ProcessId(Long.parseLong(words[0]), words[1]));
    }

    String line() {
        return pid + " " + birth;
    }

    public boolean isAlive() {
        return birthOf(pid).filter(birth::equals).isPresent();
    }

    public Optional<Instant> startedAt() {
        return ProcessHandle.of(pid).flatMap(handle -> handle.info().startInstant());
    }

    /** On Linux in ticks since the boot: unlike a time of day they do not move when the clock is set. */
    private static Optional<String> birthOf(long pid) {
        Proc proc = Proc.SYSTEM;
        Optional<String> boot = proc.boot();
        if (boot.isPresent()) {
            return proc.stat(pid).filter(stat -> !stat.isDead()).map(stat -> boot.get() + ":" + stat.startTicks());
        }
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(handle -> handle.info().startInstant())
                .map(Instant::toString);
    }
}
