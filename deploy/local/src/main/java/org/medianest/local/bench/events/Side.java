package org.medianest.local.bench.events;

import java.io.IOException;
import java.util.List;

/** One way from saying an event to its effect. */
interface Side {
    String title();

    /** The same for programs. */
    String key();

    Consumers kind();

    default String title(int consumers) {
        return title() + ", " + kind().title(consumers);
    }

    /** Starts so many consumers, says the loads to them, stops them, and gives the measured part of each load. */
    List<Timings> run(int consumers, List<Load> loads) throws IOException;
}
