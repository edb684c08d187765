package org.medianest.gateway.guard;

import java.util.Optional;
import java.util.Set;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.commons.problem.ProblemException;
import org.medianest.gateway.problem.GatewayProblem;

/** Methods that mean something in this house. */
final class MethodGuard {
    static final String ALLOWED = "GET, HEAD, POST, PUT, PATCH, DELETE";

    private static final Set<String> SPOKEN = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> SAFE = Set.of("GET", "HEAD");
    /** Registered methods: understood, and not done here. */
    private static final Set<String> KNOWN = Set.of(
            "TRACE",
            "CONNECT",
            "OPTIONS",
            "PROPFIND",
            "PROPPATCH",
            "MKCOL",
            "COPY",
            "MOVE",
            "LOCK",
            "UNLOCK",
            "SEARCH",
            "REPORT",
            "MKCALENDAR",
            "ACL",
            "BIND",
            "LINK",
            "UNLINK",
            "PURGE",
            "QUERY");

    private MethodGuard() {}

    static Optional<ProblemException> refusal(String method) {
        if (SPOKEN.contains(method)) {
            return Optional.empty();
        }
        return Optional.of(
                KNOWN.contains(method)
                        ? CommonProblem.METHOD_NOT_ALLOWED.because("This method is not used here.")
                        : GatewayProblem.METHOD_UNKNOWN.because("The method is not known."));
    }

    static boolean isSafe(String method) {
        return SAFE.contains(method);
    }
}
