package org.medianest.local.process;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A process of ours.
 *
 * @param logStart where in its log it began
 */
public record Child(String name, ProcessId id, Process process, LogFile log, long logStart) {

    public boolean isAlive() {
        return process.isAlive();
    }

    public CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** What it said last. */
    public List<String> lastWords(int lines) {
        return log.lastLines(lines, logStart);
    }
}
