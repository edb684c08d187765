package org.medianest.auth;

import org.medianest.commons.problem.ProblemType;

/** What auth-service refuses beyond the common refusals. */
public enum AuthProblem implements ProblemType {
    SIGN_IN_FAILED(401, "Name or password is wrong"),
    SETUP_CODE_WRONG(403, "The set-up code is wrong"),
    BEYOND_OWN_PERMISSIONS(403, "Nobody can give what they do not have"),
    SETUP_DONE(404, "MediaNest is set up already"),
    LAST_ADMIN(409, "Somebody must be able to manage the people"),
    PLEX_NOT_CONNECTED(409, "No Plex server is connected"),
    PLEX_OWNER_NOT_LINKED(409, "The Plex account of the server's owner is not linked"),
    TOO_MANY_TRIES(429, "Too many tries"),
    BUSY(503, "Too many people sign in at this moment"),
    PLEX_AWAY(503, "plex.tv cannot be asked at this moment");

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
