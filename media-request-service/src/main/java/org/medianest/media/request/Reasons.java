package org.medianest.media.request;

import org.medianest.commons.problem.ProblemException;
import org.medianest.media.system.SystemDown;

/** Failures in words for people. */
final class Reasons {
    private Reasons() {}

    /** What is ours to know stays in the log. */
    static String of(Throwable failure) {
        return switch (failure) {
            case SystemDown down -> down.reason() + " It is tried again by itself.";
            case ProblemException refused -> refused.detail();
            default -> "Something went wrong on our side. It is tried again by itself.";
        };
    }
}
