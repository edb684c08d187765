package org.medianest.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.function.Supplier;
import org.medianest.commons.problem.ProblemException;
import org.medianest.gateway.problem.GatewayProblem;

/**
 * Takes in the whole body before a service hears of the request. Bodies are small here, and a service then never waits for a slow
 * client, sees one framing only, and gets nothing of a body that turns out to be too large.
 */
public final class RequestBody {
    private final Vertx vertx;
    private final int limit;
    private final Duration patience;
    private final Supplier<ProblemException> tooLarge;

    public RequestBody(Vertx vertx, int limit, Duration patience, Supplier<ProblemException> tooLarge) {
        this.vertx = vertx;
        this.limit = limit;
        this.patience = patience;
        this.tooLarge = tooLarge;
    }

    /** Whether there may be a body at all: without either header there is none. */
    static boolean isAnnounced(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    /** The body of a paused request. */
    public Future<Buffer> of(HttpServerRequest request) {
        if (!isAnnounced(request) || request.isEnded()) {
            request.resume();
            return Future.succeededFuture(Buffer.buffer());
        }
        Promise<Buffer> promise = Promise.promise();
        Buffer body = Buffer.buffer();
        long timer = vertx.setTimer(patience.toMillis(), id -> promise.tryFail(late()));
        request.handler(chunk -> {
            if (promise.future().isComplete()) {
                return;
            }
            if (body.length() + chunk.length() > limit) {
                promise.tryFail(tooLarge.get());
            } else {
                body.appendBuffer(chunk);
            }
        });
        request.exceptionHandler(promise::tryFail);
        request.endHandler(end -> promise.tryComplete(body));
        request.resume();
        return promise.future().onComplete(done -> vertx.cancelTimer(timer));
    }

    private static ProblemException late() {
        return GatewayProblem.BODY_TOO_SLOW.because("The rest of the request did not arrive. Send it again.");
    }
}
