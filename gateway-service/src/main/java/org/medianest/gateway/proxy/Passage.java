package org.medianest.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.commons.problem.ProblemException;
import org.medianest.gateway.backend.Backend.Question;
import org.medianest.gateway.session.Visitor;

/** One request on its way to a service, and the answer on its way back. */
final class Passage {
    private static final Logger LOG = Logger.getLogger(Passage.class);
    /** An answer of this size is taken in whole and leaves with its head, in one write; a longer one streams through. */
    private static final long SMALL = 16 * 1024;

    private final HttpServerRequest request;
    private final Route route;
    private final HeaderRules headers;
    private final long patienceMillis;

    /** @param patienceMillis how long the service may take until the head of its answer is here, or all of a small one */
    Passage(HttpServerRequest request, Route route, HeaderRules headers, long patienceMillis) {
        this.request = request;
        this.route = route;
        this.headers = headers;
        this.patienceMillis = patienceMillis;
    }

    /** @param body null while it is still coming */
    private record Answer(HttpClientResponse head, @Nullable Buffer body) {}

    /** Done when the answer has left, or nobody is there any more to take it; fails with a problem as long as none of it has. */
    Future<Void> go(Visitor visitor, Buffer content) {
        Question question = new Question(request.method(), request.uri(), route.isRepeatable(request));
        return route.backend()
                .ask(question, outgoing -> ask(outgoing, visitor, content))
                .compose(this::give);
    }

    private Future<Answer> ask(HttpClientRequest outgoing, Visitor visitor, Buffer content) {
        if (request.response().closed()) {
            return Future.failedFuture(gone());
        }
        request.response().exceptionHandler(left -> outgoing.reset());
        outgoing.exceptionHandler(broken -> LOG.debugf("connection to a service broke cause=%s", broken.getMessage()));
        headers.towardsService(outgoing.headers(), request, route, visitor);
        return send(outgoing, content)
                .compose(Passage::take)
                .timeout(patienceMillis, TimeUnit.MILLISECONDS)
                .recover(cause -> Future.failedFuture(request.response().closed() ? gone() : cause));
    }

    /** The body is here in one piece, so it has a length, whatever the client said. */
    private Future<HttpClientResponse> send(HttpClientRequest outgoing, Buffer content) {
        if (content.length() > 0) {
            return outgoing.send(content);
        }
        if (RequestBody.isAnnounced(request)) {
            outgoing.putHeader(HttpHeaders.CONTENT_LENGTH, "0");
        }
        return outgoing.send();
    }

    private static Future<Answer> take(HttpClientResponse head) {
        if (isSmall(head)) {
            return head.body().map(body -> new Answer(head, body));
        }
        head.pause();
        return Future.succeededFuture(new Answer(head, null));
    }

    private static boolean isSmall(HttpClientResponse head) {
        long length = lengthOf(head);
        return (length >= 0 && length <= SMALL) || isBodiless(head);
    }

    /** Some answers have no body by definition, even if they have a length. */
    private static boolean isBodiless(HttpClientResponse head) {
        return head.statusCode() == 304
                || head.statusCode() == 204
                || head.request().getMethod().equals(HttpMethod.HEAD);
    }

    /** Negative when it is not known. */
    private static long lengthOf(HttpClientResponse head) {
        String length = head.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? -1 : Long.parseLong(length);
    }

    private Future<Void> give(Answer answer) {
        HttpServerResponse response =
                request.response().setStatusCode(answer.head().statusCode());
        headers.towardsBrowser(response.headers(), answer.head().headers(), route);
        Future<Void> given = answer.body() == null ? stream(answer.head(), response) : response.end(answer.body());
        return given.recover(left -> Future.succeededFuture());
    }

    /** Takes as long as a film. What is cut on its way is cut for the browser, too: a half answer must not look whole. */
    private static Future<Void> stream(HttpClientResponse from, HttpServerResponse response) {
        response.setChunked(lengthOf(from) < 0);
        return from.pipe().endOnFailure(false).to(response).onFailure(cut -> {
            from.request().reset();
            response.reset();
        });
    }

    /** Nobody is there any more to read it, so it says nothing about the service. */
    private static ProblemException gone() {
        return CommonProblem.BAD_REQUEST.because("The client has gone.");
    }
}
