package org.medianest.downloads.egress;

import io.vertx.core.http.HttpServerRequest;

/** The short answers of the proxy. yt-dlp prints their reason, which is how a worker learns why a download failed. */
final class Refusals {
    static final String DENIED = "Egress Denied";
    static final String LIMIT = "Egress Limit Reached";

    private Refusals() {}

    static void refuse(HttpServerRequest request, int status, String reason) {
        if (request.response().headWritten()) {
            request.connection().close();
            return;
        }
        request.response()
                .setStatusCode(status)
                .setStatusMessage(reason)
                .putHeader("Content-Length", "0")
                .putHeader("Connection", "close")
                .end()
                .onComplete(sent -> request.connection().close());
    }
}
