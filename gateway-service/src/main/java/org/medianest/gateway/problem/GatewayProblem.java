package org.medianest.gateway.problem;

import org.medianest.commons.problem.ProblemType;

/** The refusals that only the gateway makes. */
public enum GatewayProblem implements ProblemType {
    BODY_TOO_SLOW(408, "The request did not arrive in time", "Send it again, over a better line or in smaller parts."),
    SOURCE_REFUSED(
            409,
            "The source does not let us in",
            "Look at the name, the password or the key of the source, and save it again."),
    URI_TOO_LONG(414, "The address is too long", "Shorten the query."),
    UPGRADE_REQUIRED(426, "This address speaks WebSocket only", "Open it as a WebSocket."),
    HEADERS_TOO_LARGE(
            431, "The headers are too large", "Send fewer headers; deleting the cookies of this site helps, too."),
    METHOD_UNKNOWN(501, "There is no such method", "Use a method of HTTP.");

    private final int status;
    private final String title;
    private final String remedy;

    GatewayProblem(int status, String title, String remedy) {
        this.status = status;
        this.title = title;
        this.remedy = remedy;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String remedy() {
        return remedy;
    }
}
