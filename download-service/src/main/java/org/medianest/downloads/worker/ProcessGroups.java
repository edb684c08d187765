package org.medianest.downloads.worker;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Signals to a group of processes. Java has no call for it; the kill of the shell is on every machine. */
final class ProcessGroups {
    private static final Logger LOG = Logger.getLogger(ProcessGroups.class);

    private ProcessGroups() {}

    /** @param group that is not there is no mistake */
    static void signal(String name, long group) {
        if (group <= 1) {
            throw new IllegalArgumentException("not a group of ours");
        }
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -\"$0\" -\"$1\"", name, String.valueOf(group))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(5, TimeUnit.SECONDS);
        } catch (IOException broken) {
            LOG.errorf(broken, "process group not signalled group=%d", group);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
