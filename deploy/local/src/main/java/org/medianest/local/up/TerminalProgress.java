package org.medianest.local.up;

import java.io.PrintStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.medianest.local.place.Part;

/** One row a process, redrawn in place until all are ready; from then on one line for each thing that happens. */
final class TerminalProgress implements Progress {
    private static final String DIM = "\033[2m";
    private static final String GREEN = "\033[32m";
    private static final String RED = "\033[31m";
    private static final String RESET = "\033[0m";

    private final PrintStream out;
    private final Map<Part, String> rows = new EnumMap<>(Part.class);
    private final Set<Part> pending = EnumSet.allOf(Part.class);
    private int drawn;
    private boolean stopping;

    TerminalProgress(PrintStream out) {
        this.out = out;
        for (Part part : Part.values()) {
            rows.put(part, DIM + PlainProgress.row(part, "waiting", "") + RESET);
        }
    }

    @Override
    public synchronized void starting(Part part) {
        set(part, PlainProgress.row(part, "starting", "…"));
    }

    @Override
    public synchronized void ready(Part part, Duration after) {
        pending.remove(part);
        set(part, GREEN + PlainProgress.row(part, "ready", PlainProgress.seconds(after)) + RESET);
    }

    @Override
    public synchronized void failed(Part part) {
        set(part, RED + PlainProgress.row(part, "failed", "") + RESET);
    }

    @Override
    public synchronized void stopping() {
        stopping = true;
        say("\nStopping");
    }

    @Override
    public synchronized void say(String sentence) {
        out.println(sentence);
        out.flush();
        // What is above has scrolled away: the next row starts a new table, or stands alone.
        drawn = 0;
    }

    private void set(Part part, String row) {
        if (stopping) {
            return;
        }
        rows.put(part, row);
        if (pending.isEmpty() && drawn == 0) {
            say(row);
            return;
        }
        StringBuilder table = new StringBuilder(drawn == 0 ? "" : "\033[" + drawn + "F");
        rows.values().forEach(line -> table.append("\033[2K").append(line).append('\n'));
        out.print(table);
        out.flush();
        drawn = rows.size();
    }
}
