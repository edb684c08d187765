package org.medianest.downloads.job;

import java.util.UUID;

/** News within this process, after the commit. A hint only: whoever misses it finds out by looking. */
public sealed interface JobSignal {
    /** There is something to do. */
    record Queued() implements JobSignal {}

    /** Its owner does not want the job any more, up to and with this attempt. */
    record Stopped(UUID job, int attempt) implements JobSignal {}
}
