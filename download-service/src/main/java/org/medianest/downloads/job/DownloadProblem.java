package org.medianest.downloads.job;

import org.medianest.commons.problem.ProblemType;

/** The refusals of this service, beside those that all share. */
public enum DownloadProblem implements ProblemType {
    LINK_INVALID(400, "This is not a link that can be followed"),
    LINK_NOT_ALLOWED(400, "This link may not be downloaded"),
    PROBE_FAILED(422, "There is no video to be had from this link"),
    PROBE_NOT_FOUND(404, "There is no such look at a link"),
    DOWNLOAD_NOT_FOUND(404, "There is no such download"),
    DOWNLOAD_FINISHED(409, "The download has ended already"),
    DOWNLOAD_NOT_FINISHED(409, "The download has not ended yet"),
    BUSY(503, "The downloader has its hands full");

    private final int status;
    private final String title;

    DownloadProblem(int status, String title) {
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
