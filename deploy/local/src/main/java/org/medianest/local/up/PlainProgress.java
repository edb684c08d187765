package org.medianest.local.up;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.medianest.local.place.Part;

/** One line for each thing that happened: for pipes, files and service managers. */
final class PlainProgress implements Progress {
    private final PrintStream out;
    private volatile boolean stopping;

    PlainProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void starting(Part part) {
        tell(row(part, "starting", ""));
    }

    @Override
    public void ready(Part part, Duration after) {
        tell(row(part, "ready", seconds(after)));
    }

    @Override
    public void failed(Part part) {
        tell(row(part, "failed", ""));
    }

    @Override
    public void stopping() {
        stopping = true;
        say("\nStopping");
    }

    private void tell(String row) {
        if (!stopping) {
            say(row);
        }
    }

    @Override
    public void say(String sentence) {
        out.println(sentence);
        out.flush();
    }

    static String row(Part part, String state, String detail) {
        return "  %-22s %-9s %s".formatted(part.title(), state, detail).stripTrailing();
    }

    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
