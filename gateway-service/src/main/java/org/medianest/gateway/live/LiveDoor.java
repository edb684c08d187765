package org.medianest.gateway.live;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.gateway.admission.Admission;
import org.medianest.gateway.guard.Guard;
import org.medianest.gateway.problem.GatewayProblem;
import org.medianest.gateway.problem.ProblemWriter;
import org.medianest.gateway.session.Visitor;

/** Lets only people with a session, on a page of ours, upgrade to the live feed; everybody else gets a problem, not a socket. */
@ApplicationScoped
public class LiveDoor {
    public static final String PATH = "/ws/v1/events";

    private static final Duration COME_AGAIN = Duration.ofSeconds(30);

    private final Guard guard;
    private final Admission admission;
    private final LiveFeeds feeds;
    private final ProblemWriter problems;

    LiveDoor(Guard guard, Admission admission, LiveFeeds feeds, ProblemWriter problems) {
        this.guard = guard;
        this.admission = admission;
        this.feeds = feeds;
        this.problems = problems;
    }

    public void handle(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        request.pause();
        isUpgrade(request)
                .compose(upgrade -> guard.refusalOfSocket(request)
                        .<Future<Void>>map(Future::failedFuture)
                        .orElseGet(Future::succeededFuture))
                .compose(ours -> admission.admit(request, PATH))
                .compose(this::admit)
                .onSuccess(admitted -> {
                    request.resume();
                    ctx.next();
                })
                .onFailure(cause -> problems.write(ctx, cause));
    }

    private static Future<Void> isUpgrade(HttpServerRequest request) {
        String upgrade = request.getHeader(HttpHeaders.UPGRADE);
        return "websocket".equalsIgnoreCase(upgrade)
                        && "GET".equals(request.method().name())
                ? Future.succeededFuture()
                : Future.failedFuture(GatewayProblem.UPGRADE_REQUIRED.because("Open this address as a WebSocket."));
    }

    private Future<Void> admit(Visitor visitor) {
        return switch (visitor) {
            case Visitor.Anonymous nobody ->
                Future.failedFuture(CommonProblem.UNAUTHENTICATED.because("Sign in, and try again."));
            case Visitor.SignedIn person ->
                feeds.isCrowded(person.user())
                        ? Future.failedFuture(CommonProblem.RATE_LIMITED
                                .because("Too many pages are open at once. Close some of them.")
                                .retryAfter(COME_AGAIN))
                        : Future.succeededFuture();
        };
    }
}
