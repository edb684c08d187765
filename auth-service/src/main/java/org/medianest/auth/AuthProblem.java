package org.medianest.auth;

import org.medianest.commons.problem.ProblemType;

/** What auth-service refuses beyond the common refusals. */
public enum AuthProblem implements ProblemType {
    SIGN_IN_FAILED(401, "Name or password is wrong", "Try again; whoever has forgotten their password asks an admin."),
    SETUP_CODE_WRONG(
            403,
            "The set-up code is wrong",
            "Take the code from the log of auth-service, or from the file that the log names."),
    BEYOND_OWN_PERMISSIONS(
            403,
            "Nobody can give what they do not have",
            "Leave out the permissions that you do not have, or ask somebody who has them."),
    SETUP_DONE(404, "MediaNest is set up already", "Sign in."),
    LAST_ADMIN(409, "Somebody must be able to manage the people", "Let somebody else manage the people first."),
    PLEX_NOT_CONNECTED(409, "No Plex server is connected", "Connect the Plex server in the settings."),
    PLEX_OWNER_NOT_LINKED(
            409,
            "The Plex account of the server's owner is not linked",
            "The owner of the server must be an admin here and link their Plex account."),
    TOO_MANY_TRIES(429, "Too many tries", "Wait as long as Retry-After says."),
    BUSY(503, "Too many people sign in at this moment", "Try again in a moment."),
    PLEX_AWAY(503, "plex.tv cannot be asked at this moment", "Try again later; local sign-in works meanwhile.");

    private final int status;
    private final String title;
    private final String remedy;

    AuthProblem(int status, String title, String remedy) {
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
