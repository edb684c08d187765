package org.medianest.commons.problem.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.database.Outage;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.commons.problem.Problem;
import org.medianest.commons.problem.Problem.Violation;
import org.medianest.commons.problem.ProblemException;
import org.medianest.commons.problem.ProblemType;
import org.medianest.commons.problem.TraceId;
import org.medianest.commons.redis.RedisAway;

/** Every failure leaves as a problem document, and none says more than its reader may know. */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response refusal(ProblemException refusal, HttpServerRequest request) {
        Problem problem = problem(refusal.kind(), refusal.detail(), refusal.violations(), request);
        Response.ResponseBuilder answer = answer(problem);
        if (refusal.retryAfter() != null) {
            answer.header(
                    HttpHeaders.RETRY_AFTER, Math.max(1, refusal.retryAfter().toSeconds()));
        }
        return answer.build();
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException invalid, HttpServerRequest request) {
        List<Violation> violations = invalid.getConstraintViolations().stream()
                .map(violation -> new Violation(fieldOf(violation), violation.getMessage()))
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
                .toList();
        return invalid(violations, request);
    }

    @ServerExceptionMapper
    Response unreadable(MismatchedInputException unreadable, HttpServerRequest request) {
        return json(unreadable, request);
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    Response anonymous(SecurityException anonymous, HttpServerRequest request) {
        return answer(problem(
                        CommonProblem.UNAUTHENTICATED, "You are not signed in, or no longer.", List.of(), request))
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException forbidden, HttpServerRequest request) {
        return answer(problem(
                        CommonProblem.FORBIDDEN,
                        "Your account does not have the permission for this. Ask an admin.",
                        List.of(),
                        request))
                .build();
    }

    @ServerExceptionMapper
    Response refusedByPostgres(PgException refused, HttpServerRequest request) {
        if (Outage.isOutage(refused)) {
            return serverAway(refused, request);
        }
        // class 40: two waited for each other or changed the same, and one of them had to go
        return refused.getSqlState().startsWith("40")
                ? plain(CommonProblem.CONFLICT, "Somebody changed it at the same moment. Try again.", request)
                : accident(refused, request);
    }

    /** Postgres or Redis cannot be reached, or does not answer in time. */
    @ServerExceptionMapper({
        ConnectException.class,
        ClosedConnectionException.class,
        RedisAway.class,
        TimeoutException.class,
        io.smallrye.mutiny.TimeoutException.class
    })
    Response serverAway(Exception away, HttpServerRequest request) {
        LOG.warnf("%s %s: a server behind us is away: %s", request.method(), request.path(), away);
        return answer(problem(
                        CommonProblem.SERVICE_UNAVAILABLE,
                        "It will be back soon. Try again in a moment.",
                        List.of(),
                        request))
                .header(HttpHeaders.RETRY_AFTER, 5)
                .build();
    }

    @ServerExceptionMapper
    Response http(WebApplicationException http, HttpServerRequest request) {
        if (http.getCause() instanceof JsonProcessingException unreadable) {
            return json(unreadable, request);
        }
        if (http.getCause() instanceof QueryValues.Unreadable unreadable) {
            return query(unreadable, request);
        }
        return switch (http.getResponse().getStatus()) {
            case 400 -> plain(CommonProblem.BAD_REQUEST, "Check the path, the query and the headers.", request);
            case 401 -> plain(CommonProblem.UNAUTHENTICATED, "You are not signed in, or no longer.", request);
            case 403 -> plain(CommonProblem.FORBIDDEN, "You are not allowed to do this.", request);
            case 404 -> plain(CommonProblem.NOT_FOUND, "Check the address; perhaps it is gone.", request);
            case 405 ->
                plain(
                        CommonProblem.METHOD_NOT_ALLOWED,
                        "The address exists, but not for " + request.method() + ".",
                        request);
            case 406 -> plain(CommonProblem.NOT_ACCEPTABLE, "Ask for application/json.", request);
            case 413 -> plain(CommonProblem.TOO_LARGE, "Send less.", request);
            case 415 -> plain(CommonProblem.UNSUPPORTED_MEDIA_TYPE, "Send application/json.", request);
            default -> accident(http, request);
        };
    }

    @ServerExceptionMapper
    Response accident(Throwable accident, HttpServerRequest request) {
        String traceId = TraceId.of(request.getHeader(TraceId.HEADER));
        LOG.errorf(accident, "%s %s failed, traceId=%s", request.method(), request.path(), traceId);
        String detail = "It is in our log under " + traceId + ". Try again; if it stays, tell your admin this number.";
        return answer(Problem.of(CommonProblem.INTERNAL, detail, List.of(), request.path(), traceId))
                .build();
    }

    /** Quarkus does not say which parameter it was: that which has this value. */
    private static Response query(QueryValues.Unreadable unreadable, HttpServerRequest request) {
        List<Violation> violations = request.params().entries().stream()
                .filter(parameter -> parameter.getValue().equals(unreadable.value()))
                .map(parameter ->
                        new Violation(abbreviate(parameter.getKey()), String.valueOf(unreadable.getMessage())))
                .distinct()
                .toList();
        return invalid(violations, request);
    }

    private static Response invalid(List<Violation> violations, HttpServerRequest request) {
        String fields = violations.stream().map(Violation::field).distinct().collect(Collectors.joining(", "));
        return answer(problem(
                        CommonProblem.VALIDATION_FAILED,
                        "Correct " + fields + " and send it again.",
                        violations,
                        request))
                .build();
    }

    private static Response json(JsonProcessingException unreadable, HttpServerRequest request) {
        if (unreadable instanceof UnrecognizedPropertyException unknown) {
            String field = fieldOf(unknown);
            return answer(problem(
                            CommonProblem.UNKNOWN_FIELD,
                            "There is no field \"" + abbreviate(field) + "\" here. Leave it out.",
                            List.of(new Violation(abbreviate(field), "does not exist")),
                            request))
                    .build();
        }
        if (unreadable instanceof JsonMappingException mismatch
                && !mismatch.getPath().isEmpty()) {
            String field = abbreviate(fieldOf(mismatch));
            return answer(problem(
                            CommonProblem.VALIDATION_FAILED,
                            "Correct " + field + " and send it again.",
                            List.of(new Violation(field, "is of the wrong type")),
                            request))
                    .build();
        }
        return plain(CommonProblem.MALFORMED_JSON, "Send one JSON object.", request);
    }

    private static Response plain(ProblemType kind, String detail, HttpServerRequest request) {
        return answer(problem(kind, detail, List.of(), request)).build();
    }

    private static Problem problem(
            ProblemType kind, String detail, List<Violation> violations, HttpServerRequest request) {
        return Problem.of(kind, detail, violations, request.path(), TraceId.of(request.getHeader(TraceId.HEADER)));
    }

    private static Response.ResponseBuilder answer(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    }

    private static String fieldOf(JsonMappingException mismatch) {
        return mismatch.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    /** The last node of {@code method.parameter.field}: the caller knows neither our methods nor our parameters. */
    private static String fieldOf(ConstraintViolation<?> violation) {
        @Nullable String last = null;
        for (Path.Node node : violation.getPropertyPath()) {
            last = node.getName();
        }
        return last == null ? "body" : last;
    }

    private static String abbreviate(String field) {
        String visible = field.replaceAll("\\p{C}", "?");
        return visible.length() <= 64 ? visible : visible.substring(0, 64) + "…";
    }
}
