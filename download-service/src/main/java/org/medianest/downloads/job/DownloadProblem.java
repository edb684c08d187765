package org.medianest.downloads.job;

import org.medianest.commons.problem.ProblemType;

/** The refusals of this service, beside those that all share. */
public enum DownloadProblem implements ProblemType {
    LINK_INVALID(
            400,
            "This is not a link that can be followed",
            "Copy the whole address of the page, beginning with https."),
    LINK_NOT_ALLOWED(
            400,
            "This link may not be downloaded",
            "Only what is on the public internet can be downloaded; detail says what stands against this one."),
    PROBE_FAILED(
            422,
            "There is no video to be had from this link",
            "Open the page in a browser; detail says what it answered."),
    PROBE_NOT_FOUND(
            404,
            "There is no such look at a link",
            "Have a look at the link again: what was found is kept for a short time only."),
    DOWNLOAD_NOT_FOUND(404, "There is no such download", "Look at the list again; perhaps it was removed."),
    DOWNLOAD_FINISHED(
            409,
            "The download has ended already",
            "There is nothing left to do with it; ask for the link anew if you want it once more."),
    DOWNLOAD_NOT_FINISHED(409, "The download has not ended yet", "Wait for its end, or cancel it."),
    BUSY(503, "The downloader has its hands full", "Try again in a moment.");

    private final int status;
    private final String title;
    private final String remedy;

    DownloadProblem(int status, String title, String remedy) {
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
