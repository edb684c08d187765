package org.medianest.commons.leader;

/**
 * That this process leads a task.
 *
 * @param epoch grows with each change of hands, so that what a former leader still does can be refused
 */
public record Term(String task, long epoch) {
    /** The task is led by somebody else now; what was begun must not be finished. */
    public static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Over(Term term) {
            super("no longer the leader of " + term.task() + ", epoch " + term.epoch(), null, false, false);
        }
    }
}
