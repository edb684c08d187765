package org.medianest.gateway.limits;

import java.util.List;

/**
 * By what a request is counted.
 *
 * @param isGuess whether it may be one of many tries at a password or a code: then it does not pass uncounted
 */
public record Allowance(List<Limit> limits, boolean isGuess) {
    public Allowance {
        limits = List.copyOf(limits);
    }
}
