package org.medianest.downloads.job;

import java.util.UUID;

/**
 * A worker's hold on a job. It ends when it is not renewed; from then on everything done in its name is refused.
 *
 * @param attempt the fence: the next worker gets a higher one
 */
public record Lease(UUID job, int attempt) {
    /** The job was cancelled, removed, or given to another. Whatever is still running for it must stop. */
    public static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Lost(Lease lease) {
            super("job " + lease.job() + " attempt " + lease.attempt() + " is lost", null, false, false);
        }
    }
}
