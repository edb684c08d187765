package org.medianest.local.process;

import java.time.Duration;
import java.util.List;

/** Ends a process politely, and for certain: after the grace it is killed. */
public record Ending(Signal first, Duration grace) {
    public static final Ending AT_ONCE = new Ending(Signal.KILL, Duration.ZERO);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final Duration KILLED_BY = Duration.ofSeconds(5);

    /** How it ended. */
    public enum Outcome {
        WENT,
        KILLED,
        STAYED
    }

    public Outcome end(ProcessId process) {
        List<ProcessId> offspring = ProcessHandle.of(process.pid()).stream()
                .flatMap(ProcessHandle::descendants)
                .flatMap(child -> ProcessId.of(child.pid()).stream())
                .toList();
        Outcome outcome = endAlone(process);
        offspring.stream().filter(ProcessId::isAlive).forEach(child -> Signal.KILL.send(child.pid()));
        return outcome;
    }

    private Outcome endAlone(ProcessId process) {
        if (process.isAlive()) {
            first.send(process.pid());
        }
        if (isGone(process, grace)) {
            return Outcome.WENT;
        }
        Signal.KILL.send(process.pid());
        return isGone(process, KILLED_BY) ? Outcome.KILLED : Outcome.STAYED;
    }

    /** Waits until the process is gone, at most so long. */
    public static boolean isGone(ProcessId process, Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        while (process.isAlive()) {
            if (System.nanoTime() - until > 0) {
                return false;
            }
            Pause.of(LOOK_AGAIN);
        }
        return true;
    }
}
