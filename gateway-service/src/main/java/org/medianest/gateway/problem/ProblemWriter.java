package org.medianest.gateway.problem;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.commons.problem.Problem;
import org.medianest.commons.problem.ProblemException;
import org.medianest.commons.problem.ProblemType;
import org.medianest.commons.problem.TraceId;
import org.medianest.gateway.answer.AnswerWriter;

/** Every refusal of the gateway leaves through here, so that all of them are problem documents. */
@ApplicationScoped
public class ProblemWriter {
    private static final Logger LOG = Logger.getLogger(ProblemWriter.class);
    private static final int LONGEST_INSTANCE = 200;
    /** A client that is still sending is given this long to see the answer, before its connection is closed. */
    private static final long LINGER_MILLIS = 1000;

    private final Vertx vertx;
    private final AnswerWriter answers;

    ProblemWriter(Vertx vertx, AnswerWriter answers) {
        this.vertx = vertx;
        this.answers = answers;
    }

    /** Answers with what went wrong: a refusal as it is, anything else as an error of ours that only the log explains. */
    public void write(RoutingContext ctx, Throwable cause) {
        if (cause instanceof ProblemException refusal) {
            write(ctx, refusal);
            return;
        }
        if (ctx.response().closed()) {
            return;
        }
        String trace = traceOf(ctx.request());
        LOG.errorf(cause, "request failed method=%s trace=%s", ctx.request().method(), trace);
        write(
                ctx,
                CommonProblem.INTERNAL.because("Something went wrong on our side. The log has it under the trace id."));
    }

    /** Answers what the router itself refuses, by its status. */
    public void write(RoutingContext ctx, int status) {
        ProblemType kind = switch (status) {
            case 404 -> CommonProblem.NOT_FOUND;
            case 405 -> CommonProblem.METHOD_NOT_ALLOWED;
            case 413 -> CommonProblem.TOO_LARGE;
            case 414 -> GatewayProblem.URI_TOO_LONG;
            default -> status >= 500 ? CommonProblem.INTERNAL : CommonProblem.BAD_REQUEST;
        };
        write(ctx, kind.because(kind.title() + "."));
    }

    private void write(RoutingContext ctx, ProblemException refusal) {
        HttpServerRequest request = ctx.request();
        HttpServerResponse response = ctx.response();
        if (refusal.kind().status() == 403) {
            LOG.infof("request denied code=%s trace=%s", refusal.kind().name(), traceOf(request));
        }
        if (response.closed() || response.ended()) {
            return;
        }
        if (response.headWritten()) {
            // half an answer is out already: only a cut connection tells the client that it is not a whole one
            response.reset();
            return;
        }
        Duration retryAfter = refusal.retryAfter();
        if (retryAfter != null) {
            response.putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, roundedUp(retryAfter))));
        }
        letGo(request, response);
        answers.write(response, refusal.kind().status(), Problem.MEDIA_TYPE, document(refusal, request));
    }

    private void letGo(HttpServerRequest request, HttpServerResponse response) {
        if (!request.isEnded()) {
            request.resume();
            if (hasBody(request)) {
                closeSoon(request, response);
            }
        }
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null || (length != null && !"0".equals(length));
    }

    /** Closing at once would let the network throw away the answer together with the bytes that nobody read. */
    private void closeSoon(HttpServerRequest request, HttpServerResponse response) {
        response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        Runnable close = () -> request.connection().close();
        long timer = vertx.setTimer(LINGER_MILLIS, id -> close.run());
        request.endHandler(end -> {
            if (vertx.cancelTimer(timer)) {
                close.run();
            }
        });
    }

    private static Problem document(ProblemException refusal, HttpServerRequest request) {
        return Problem.of(
                refusal.kind(), refusal.detail(), refusal.violations(), instanceOf(request), traceOf(request));
    }

    /** The id of the request; the first to ask settles it, so that the answer, the log and the service say the same. */
    public static String traceOf(HttpServerRequest request) {
        return TraceId.of(traceparentOf(request));
    }

    /** The request's {@code traceparent}: its own when it is well-formed, else a new one. */
    public static String traceparentOf(HttpServerRequest request) {
        String said = request.getHeader(TraceId.HEADER);
        if (said != null && said.length() == 55 && said.startsWith("00-" + TraceId.of(said) + "-")) {
            return said;
        }
        String fresh = TraceId.newTraceparent();
        request.headers().set(TraceId.HEADER, fresh);
        return fresh;
    }

    private static @Nullable String instanceOf(HttpServerRequest request) {
        String uri = request.uri();
        if (uri == null || uri.isEmpty()) {
            return null;
        }
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        return path.length() <= LONGEST_INSTANCE ? path : path.substring(0, LONGEST_INSTANCE);
    }

    private static long roundedUp(Duration delay) {
        return delay.plusMillis(999).toSeconds();
    }
}
