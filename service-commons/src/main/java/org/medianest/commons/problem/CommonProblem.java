package org.medianest.commons.problem;

/** The refusals that every service shares. */
public enum CommonProblem implements ProblemType {
    VALIDATION_FAILED(400, "A field is not as it must be", "Mend the fields that violations names, and send it again."),
    MALFORMED_JSON(
            400,
            "The body is not the JSON that is expected here",
            "Compare the body with what is described for this address."),
    UNKNOWN_FIELD(
            400,
            "The body has a field that does not exist here",
            "Leave the field out; perhaps it is spelt in another way."),
    BAD_REQUEST(
            400,
            "The request cannot be understood",
            "Compare address, query and headers with what is described; detail says more."),
    UNAUTHENTICATED(401, "Sign in first", "Sign in, or send an API key that is still good."),
    FORBIDDEN(
            403, "You are not allowed to do this", "Ask an admin for the permission; an API key needs the scope, too."),
    CROSS_SITE(
            403,
            "Requests from other sites are refused",
            "Send it from a page of this house, or use an API key instead of a cookie."),
    NOT_FOUND(404, "There is nothing here", "Look at the address; what is another's is not found either."),
    METHOD_NOT_ALLOWED(405, "This cannot be done here", "Compare the method with what is described for this address."),
    NOT_ACCEPTABLE(
            406, "There is no such representation", "Ask for a type in Accept that is described for this address."),
    CONFLICT(409, "Somebody else changed this at the same moment", "Read it again, and decide anew."),
    TOO_LARGE(413, "The request is too large", "Send less at once."),
    UNSUPPORTED_MEDIA_TYPE(
            415, "The body is of a type that is not understood", "Send JSON, and say so in Content-Type."),
    IDEMPOTENCY_KEY_REUSED(
            422, "This key belongs to another request", "Choose a new key for each thing that is to be made."),
    RATE_LIMITED(429, "Too many requests", "Wait as long as Retry-After says."),
    INTERNAL(
            500,
            "Something went wrong on our side",
            "Try again later; an admin finds the cause in the log under traceId."),
    SERVICE_UNAVAILABLE(503, "This part of the house is not available", "Try again as soon as Retry-After says.");

    private final int status;
    private final String title;
    private final String remedy;

    CommonProblem(int status, String title, String remedy) {
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
