package org.medianest.media;

import org.medianest.commons.problem.ProblemType;

/** The refusals of media-request-service. */
public enum MediaProblem implements ProblemType {
    ADDRESS_NOT_ALLOWED(
            400,
            "This address cannot be used",
            "Use http or https, a host and a port; detail says what is wrong with this one."),
    GRANT_OVER(400, "The sign-in with Plex is over", "Sign in with Plex again, and choose the server."),
    SECRET_NEEDED(400, "The key is missing", "Send the key of the system: none is kept for this address."),
    SYSTEM_UNUSABLE(
            422,
            "The system cannot be used like this",
            "Mend what detail names, at the system or here, and save it again."),
    NOT_CONFIGURED(409, "This is not set up yet", "An admin connects what is missing in the settings."),
    NOTHING_HELD_BACK(409, "There is nothing to decide", "Look at the page again; perhaps somebody has decided."),
    SYSTEM_AWAY(
            503,
            "A system behind MediaNest is not available",
            "Try again later; the page of the status says which one is away.");

    private final int status;
    private final String title;
    private final String remedy;

    MediaProblem(int status, String title, String remedy) {
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
