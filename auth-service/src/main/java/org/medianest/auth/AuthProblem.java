package org.medianest.auth;

import org.medianest.commons.problem.ProblemType;

/** What auth-service refuses beyond the common refusals. */
public enum AuthProblem implements ProblemType {
    SIGN_IN_FAILED(401, "Name or password is wrong"),
    SETUP_CODE_WRONG(403, "The set-up code is wrong"),
    SETUP_DONE(404, "MediaNest is set up already"),
    TOO_MANY_TRIES(429, "Too many tries"),
    BUSY(503, "Too many people sign in at this moment");

    private final int status;
    private final String title;

    AuthProblem(int status, String title) {
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
