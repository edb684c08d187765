package org.medianest.commons.problem;

/** The refusals that every service shares. */
public enum CommonProblem implements ProblemType {
    VALIDATION_FAILED(400, "A field is not as it must be"),
    MALFORMED_JSON(400, "The body is not the JSON that is expected here"),
    UNKNOWN_FIELD(400, "The body has a field that does not exist here"),
    BAD_REQUEST(400, "The request cannot be understood"),
    UNAUTHENTICATED(401, "Sign in first"),
    FORBIDDEN(403, "You are not allowed to do this"),
    CROSS_SITE(403, "Requests from other sites are refused"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "This cannot be done here"),
    NOT_ACCEPTABLE(406, "There is no such representation"),
    CONFLICT(409, "Somebody else changed this at the same moment"),
    TOO_LARGE(413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is of a type that is not understood"),
    IDEMPOTENCY_KEY_REUSED(422, "This key belongs to another request"),
    RATE_LIMITED(429, "Too many requests"),
    INTERNAL(500, "Something went wrong on our side"),
    SERVICE_UNAVAILABLE(503, "This part of the house is not available");

    private final int status;
    private final String title;

    CommonProblem(int status, String title) {
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
