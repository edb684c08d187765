package org.medianest.media;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.medianest.commons.problem.Problem;
import org.medianest.commons.problem.TraceId;
import org.medianest.media.system.NotConfigured;
import org.medianest.media.system.SystemDown;

/** What a person is told when a system behind us is needed and away: the sentence that the failure carries. */
class SystemMappers {
    private static final int COME_AGAIN_SECONDS = 10;

    @ServerExceptionMapper
    Response down(SystemDown down, HttpServerRequest request) {
        MediaProblem kind = down instanceof NotConfigured ? MediaProblem.NOT_CONFIGURED : MediaProblem.SYSTEM_AWAY;
        Response.ResponseBuilder answer = Response.status(kind.status())
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.of(
                        kind, down.reason(), List.of(), request.path(), TraceId.of(request.getHeader(TraceId.HEADER))));
        return kind == MediaProblem.SYSTEM_AWAY
                ? answer.header(HttpHeaders.RETRY_AFTER, COME_AGAIN_SECONDS).build()
                : answer.build();
    }
}
