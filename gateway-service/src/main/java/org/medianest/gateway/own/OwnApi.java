package org.medianest.gateway.own;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.medianest.commons.concurrent.CallerContext;
import org.medianest.commons.database.Outage;
import org.medianest.commons.identity.SessionKeys;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.commons.problem.ProblemException;
import org.medianest.gateway.admission.Admission;
import org.medianest.gateway.answer.Answer;
import org.medianest.gateway.answer.AnswerWriter;
import org.medianest.gateway.guard.DoorConfig;
import org.medianest.gateway.guard.Guard;
import org.medianest.gateway.guard.RequestPath;
import org.medianest.gateway.problem.ProblemWriter;
import org.medianest.gateway.proxy.RequestBody;
import org.medianest.gateway.session.ApiKeys;
import org.medianest.gateway.session.SessionStore;
import org.medianest.gateway.session.Sessions;
import org.medianest.gateway.session.Visitor;

/**
 * What the gateway answers itself. A request passes the same admission as those that go on to a service: who is it, is it one too many?
 * Everything here is for people with a session, and what takes a permission is checked against the session as it is now.
 */
@ApplicationScoped
public class OwnApi {
    private static final Duration COME_AGAIN = Duration.ofSeconds(5);
    private static final List<String> PREFIXES = List.of("/api/v1/status", "/api/v1/capabilities", "/api/v1/openapi");

    private final List<OwnRoute> routes;
    private final Admission admission;
    private final Sessions claims;
    private final SessionStore sessions;
    private final AnswerWriter answers;
    private final ProblemWriter problems;
    private final RequestBody body;
    private final BodyReader reader;

    OwnApi(
            @All List<OwnRoutes> routes,
            Vertx vertx,
            Admission admission,
            Sessions claims,
            SessionStore sessions,
            AnswerWriter answers,
            ProblemWriter problems,
            Guard guard,
            DoorConfig door,
            ObjectMapper json) {
        this.routes = routes.stream().flatMap(some -> some.routes().stream()).toList();
        this.admission = admission;
        this.claims = claims;
        this.sessions = sessions;
        this.answers = answers;
        this.problems = problems;
        this.body = new RequestBody(vertx, door.maxBody(), door.bodyTimeout(), guard::tooLarge);
        this.reader = new JsonReader(json);
    }

    private record Found(OwnRoute route, Map<String, String> parameters) {}

    /** All that there is, as {@code METHOD path}. */
    public List<String> operations() {
        return routes.stream().map(route -> route.method() + " " + route.path()).toList();
    }

    public boolean isOwn(String path) {
        return PREFIXES.stream()
                .anyMatch(prefix -> path.startsWith(prefix)
                        && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/'));
    }

    public void handle(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        request.pause();
        ApiKeys.refusal(request)
                .<Future<Visitor>>map(Future::failedFuture)
                .orElseGet(() -> admission.admit(request, RequestPath.of(request)))
                .compose(OwnApi::person)
                .compose(person -> find(ctx)
                        .compose(found -> permit(found, request))
                        .compose(found ->
                                body.of(request).compose(content -> answer(found, person.user(), request, content))))
                .onSuccess(answer -> answers.write(request, answer))
                .onFailure(cause -> problems.write(ctx, refusal(cause)));
    }

    private static Future<Visitor.SignedIn> person(Visitor visitor) {
        return visitor instanceof Visitor.SignedIn person
                ? Future.succeededFuture(person)
                : Future.failedFuture(CommonProblem.UNAUTHENTICATED.because("Sign in, and try again."));
    }

    private Future<Found> find(RoutingContext ctx) {
        String path = RequestPath.of(ctx.request());
        HttpMethod method = ctx.request().method();
        HttpMethod meant = method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
        List<Found> there = routes.stream()
                .flatMap(route -> route.match(path).map(named -> new Found(route, named)).stream())
                .toList();
        Optional<Found> found =
                there.stream().filter(it -> it.route().method().equals(meant)).findFirst();
        if (found.isPresent()) {
            return Future.succeededFuture(found.get());
        }
        if (there.isEmpty()) {
            return Future.failedFuture(CommonProblem.NOT_FOUND.because("There is no such address."));
        }
        Set<String> allowed =
                there.stream().map(it -> it.route().method().name()).collect(Collectors.toCollection(TreeSet::new));
        ctx.response().putHeader(HttpHeaders.ALLOW, String.join(", ", allowed));
        return Future.failedFuture(CommonProblem.METHOD_NOT_ALLOWED.because("This cannot be done here."));
    }

    private Future<Found> permit(Found found, HttpServerRequest request) {
        String permission = found.route().permission();
        if (permission == null) {
            return Future.succeededFuture(found);
        }
        return claims.claimOf(request)
                .map(SessionKeys::of)
                .map(sessions::look)
                .orElseGet(() -> Future.succeededFuture(Optional.empty()))
                .compose(session ->
                        session.isPresent() && session.get().permissions().contains(permission)
                                ? Future.succeededFuture(found)
                                : Future.failedFuture(CommonProblem.FORBIDDEN.because(
                                        "This takes the permission " + permission + ".")));
    }

    private Future<Answer> answer(Found found, String user, HttpServerRequest request, Buffer content) {
        refuseUnlessJson(request, content);
        Promise<Answer> promise = Promise.promise();
        Call call = new Call(user, found.parameters(), request.params(), content, reader);
        Uni.createFrom()
                .deferred(() -> found.route().deed().apply(call))
                .emitOn(CallerContext.executor())
                .subscribe()
                .with(promise::complete, promise::fail);
        return promise.future();
    }

    private static void refuseUnlessJson(HttpServerRequest request, Buffer content) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (content.length() > 0 && (type == null || !type.strip().startsWith("application/json"))) {
            throw CommonProblem.UNSUPPORTED_MEDIA_TYPE.because("Send the body as application/json.");
        }
    }

    /** Only this part of the gateway needs Postgres. */
    private static Throwable refusal(Throwable cause) {
        return !(cause instanceof ProblemException) && Outage.isOutage(cause)
                ? CommonProblem.SERVICE_UNAVAILABLE
                        .because("The status cannot be read at the moment. Try again in a few seconds.")
                        .retryAfter(COME_AGAIN)
                : cause;
    }
}
