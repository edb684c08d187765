package org.medianest.media.request;

import org.medianest.commons.problem.ProblemType;

/** The refusals about requests. */
public enum RequestProblem implements ProblemType {
    REQUEST_NOT_FOUND(404, "There is no such request", "Look at the list again; perhaps it was removed."),
    TITLE_NOT_FOUND(404, "There is no such title", "Search for it again: its number is that of TMDB."),
    ALREADY_AVAILABLE(409, "It is there already", "Watch it."),
    DECLINED_BEFORE(409, "It was declined before", "Send it with again set to true to ask once more."),
    QUOTA_USED_UP(409, "Your quota is used up", "Wait until the quota lets you ask again, or ask an admin for more."),
    STEP_NOT_POSSIBLE(
            409,
            "The request is not in a state for this",
            "Read the request again, and choose a step that its state allows.");

    private final int status;
    private final String title;
    private final String remedy;

    RequestProblem(int status, String title, String remedy) {
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
