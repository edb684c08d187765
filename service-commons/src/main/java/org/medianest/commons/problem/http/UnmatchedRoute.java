package org.medianest.commons.problem.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.commons.problem.Problem;
import org.medianest.commons.problem.ProblemType;
import org.medianest.commons.problem.TraceId;

/** Answers what never reaches a resource: unknown paths, and requests that the HTTP server itself refuses. */
@ApplicationScoped
public class UnmatchedRoute {
    private final ObjectMapper json;

    UnmatchedRoute(ObjectMapper json) {
        this.json = json;
    }

    void register(@Observes Router router) {
        router.route()
                .order(Integer.MAX_VALUE)
                .handler(context -> answer(context, CommonProblem.NOT_FOUND, "Check the address."));
        router.errorHandler(413, context -> answer(context, CommonProblem.TOO_LARGE, "Send less."));
        router.errorHandler(400, context -> answer(context, CommonProblem.BAD_REQUEST, "Check the request."));
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
