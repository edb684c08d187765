package org.medianest.gateway.problem;

import org.medianest.commons.problem.ProblemType;

/** The refusals that only the gateway makes. */
public enum GatewayProblem implements ProblemType {
    BODY_TOO_SLOW(408, "The request did not arrive in time"),
    SOURCE_REFUSED(409, "The source does not let us in"),
    URI_TOO_LONG(414, "The address is too long"),
    UPGRADE_REQUIRED(426, "This address speaks WebSocket only"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    METHOD_UNKNOWN(501, "There is no such method");

    private final int status;
    private final String title;

    GatewayProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
