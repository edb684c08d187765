package org.medianest.media;

import org.medianest.commons.problem.ProblemType;

/** The refusals of media-request-service. */
public enum MediaProblem implements ProblemType {
    ADDRESS_NOT_ALLOWED(400, "This address cannot be used"),
    GRANT_OVER(400, "The sign-in with Plex is over"),
    SECRET_NEEDED(400, "The key is missing"),
    SYSTEM_UNUSABLE(422, "The system cannot be used like this"),
    NOT_CONFIGURED(409, "This is not set up yet"),
    NOTHING_HELD_BACK(409, "There is nothing to decide"),
    SYSTEM_AWAY(503, "A system behind MediaNest is not available");

    private final int status;
    private final String title;

    MediaProblem(int status, String title) {
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
