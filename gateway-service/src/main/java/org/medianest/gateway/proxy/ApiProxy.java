package org.medianest.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.commons.problem.ProblemException;
import org.medianest.gateway.admission.Admission;
import org.medianest.gateway.backend.BackendConfig;
import org.medianest.gateway.guard.DoorConfig;
import org.medianest.gateway.guard.Guard;
import org.medianest.gateway.guard.RequestPath;
import org.medianest.gateway.problem.ProblemWriter;
import org.medianest.gateway.session.ApiKeys;
import org.medianest.gateway.session.Visitor;

/** {@code /api}: finds out who asks, counts, and passes the request on. */
@ApplicationScoped
public class ApiProxy {
    private final Routes routes;
    private final Admission admission;
    private final HeaderRules headers;
    private final ProblemWriter problems;
    private final RequestBody body;
    private final long answerTimeout;

    ApiProxy(
            Vertx vertx,
            Routes routes,
            Admission admission,
            HeaderRules headers,
            ProblemWriter problems,
            Guard guard,
            DoorConfig door,
            BackendConfig backends) {
        this.routes = routes;
        this.admission = admission;
        this.headers = headers;
        this.problems = problems;
        this.body = new RequestBody(vertx, door.maxBody(), door.bodyTimeout(), guard::tooLarge);
        this.answerTimeout = backends.answerTimeout().toMillis();
    }

    /** The name of the route that a path belongs to, for metrics. */
    public Optional<String> routeOf(String path) {
        return routes.of(path).map(route -> route.backend().name());
    }

    public void handle(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        request.pause();
        route(request)
                .compose(route -> admission
                        .admit(request, RequestPath.of(request))
                        .compose(visitor -> admitted(route, visitor))
                        .compose(visitor -> pass(request, route, visitor)))
                .onFailure(cause -> problems.write(ctx, cause));
    }

    private Future<Route> route(HttpServerRequest request) {
        Optional<ProblemException> refusal = ApiKeys.refusal(request);
        if (refusal.isPresent()) {
            return Future.failedFuture(refusal.get());
        }
        return routes.of(RequestPath.of(request))
                .map(Future::succeededFuture)
                .orElseGet(() -> Future.failedFuture(CommonProblem.NOT_FOUND.because("There is no such address.")));
    }

    private static Future<Visitor> admitted(Route route, Visitor visitor) {
        return route.isOpen() || visitor instanceof Visitor.SignedIn
                ? Future.succeededFuture(visitor)
                : Future.failedFuture(CommonProblem.UNAUTHENTICATED.because("Sign in, and try again."));
    }

    private Future<Void> pass(HttpServerRequest request, Route route, Visitor visitor) {
        return body.of(request)
                .compose(content -> new Passage(request, route, headers, answerTimeout).go(visitor, content));
    }
}
