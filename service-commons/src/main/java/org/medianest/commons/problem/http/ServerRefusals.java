package org.medianest.commons.problem.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.commons.problem.Problem;
import org.medianest.commons.problem.ProblemType;
import org.medianest.commons.problem.TraceId;
import org.medianest.commons.trace.CurrentTrace;

/** Answers what never reaches a resource: unknown paths, and requests that the HTTP server itself refuses. */
@ApplicationScoped
public class ServerRefusals {
    /** Before Quarkus's own check of the size, which answers without a word. */
    private static final int FIRST = -1000;

    private final ObjectMapper json;
    private final long maxBodySize;

    ServerRefusals(
            ObjectMapper json, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBodySize) {
        this.json = json;
        this.maxBodySize = maxBodySize.asLongValue();
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(ServerRefusals::beginTrace);
        router.route().order(FIRST).handler(this::refuseIfTooLarge);
        router.route()
                .order(Integer.MAX_VALUE)
                .handler(context -> answer(context, CommonProblem.NOT_FOUND, "Check the address."));
        router.errorHandler(400, context -> answer(context, CommonProblem.BAD_REQUEST, "Check the request."));
    }

    /** What the request causes, here and in other services, is logged under its id. */
    private static void beginTrace(RoutingContext context) {
        CurrentTrace.begin(context.request().getHeader(TraceId.HEADER));
        context.next();
    }

    /** The rest of the body is not read, so the connection cannot be used again. */
    private void refuseIfTooLarge(RoutingContext context) {
        if (declaredLength(context.request()) > maxBodySize) {
            context.response().putHeader("Connection", "close");
            answer(context, CommonProblem.TOO_LARGE, "Send at most " + maxBodySize + " bytes.");
        } else {
            context.next();
        }
    }

    private static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException longerThanAnything) {
            return Long.MAX_VALUE;
        }
    }

    private void answer(RoutingContext context, ProblemType kind, String detail) {
        HttpServerRequest request = context.request();
        String traceId = TraceId.of(request.getHeader(TraceId.HEADER));
        Problem problem = Problem.of(kind, detail, List.of(), request.path(), traceId);
        context.response()
                .setStatusCode(kind.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(write(problem));
    }

    private String write(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a problem is always JSON", impossible);
        }
    }
}
