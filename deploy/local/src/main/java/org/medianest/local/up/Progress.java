package org.medianest.local.up;

import java.time.Duration;
import org.medianest.local.place.Part;

/** What the person sees of the processes. Called from several threads. */
public interface Progress {

    void starting(Part part);

    void ready(Part part, Duration after);

    void failed(Part part);

    /** From now on what starts is no news: everything is going down. */
    void stopping();

    /** A sentence of its own. */
    void say(String sentence);

    static Progress onTerminal(boolean terminal, java.io.PrintStream out) {
        return terminal ? new TerminalProgress(out) : new PlainProgress(out);
    }
}
