package org.medianest.gateway.guard;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.commons.problem.ProblemException;

/**
 * Keeps pages of other sites from acting in the name of a person. What the browser says of itself decides; only a caller without a
 * cookie, who has nothing that could be misused, may say nothing.
 */
final class CrossSiteGuard {
    private final OwnAddress own;

    CrossSiteGuard(OwnAddress own) {
        this.own = own;
    }

    /** What an unsafe request says about the page that it comes from. */
    record Provenance(
            @Nullable String fetchSite,
            @Nullable String origin,
            @Nullable String host,
            boolean withCookie) {}

    Optional<ProblemException> refusal(Provenance from) {
        return isAllowed(from)
                ? Optional.empty()
                : Optional.of(CommonProblem.CROSS_SITE.because(
                        "The request does not come from a page of this site. Reload the page and try again."));
    }

    private boolean isAllowed(Provenance from) {
        if (from.fetchSite() != null) {
            return switch (from.fetchSite()) {
                case "same-origin" -> true;
                case "none" -> !from.withCookie();
                default -> false;
            };
        }
        if (from.origin() != null) {
            return own.isOurs(from.origin(), from.host());
        }
        return !from.withCookie();
    }
}
