package org.medianest.media.request;

import org.medianest.commons.problem.ProblemType;

/** The refusals about requests. */
public enum RequestProblem implements ProblemType {
    REQUEST_NOT_FOUND(404, "There is no such request"),
    TITLE_NOT_FOUND(404, "There is no such title"),
    ALREADY_AVAILABLE(409, "It is there already"),
    DECLINED_BEFORE(409, "It was declined before"),
    QUOTA_USED_UP(409, "Your quota is used up"),
    STEP_NOT_POSSIBLE(409, "The request is not in a state for this");

    private final int status;
    private final String title;

    RequestProblem(int status, String title) {
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
