package org.medianest.local.up;

import java.io.IOException;

/** What runs in the foreground until somebody stops it. */
public interface Running {

    /** Returns when everything is ready. */
    void start() throws IOException;

    /** Whether every process went by itself when asked to. Comes from another thread, also in the middle of a start. */
    boolean end() throws IOException;
}
