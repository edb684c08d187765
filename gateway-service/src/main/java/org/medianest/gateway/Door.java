package org.medianest.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.commons.problem.ProblemException;
import org.medianest.gateway.guard.Guard;
import org.medianest.gateway.guard.RequestPath;
import org.medianest.gateway.guard.SecurityHeaders;
import org.medianest.gateway.live.LiveDoor;
import org.medianest.gateway.own.OwnApi;
import org.medianest.gateway.problem.ProblemWriter;
import org.medianest.gateway.proxy.ApiProxy;
import org.medianest.gateway.web.WebUi;

/** Where every request comes in: it is looked at by the guard, and goes to the API (ours or the services'), to the live feed, or to the web UI. */
@ApplicationScoped
public class Door {
    private static final int BEFORE_ALL_OTHERS = 1_000;
    /** Never from outside, however it is spelt; some of it exists inside. */
    private static final List<String> INSIDE = List.of("/internal", "/.well-known", "/q", "/ws", "/api");

    /** Where a person begins to wait, and where nobody waits any more. */
    private static final Duration[] PATIENCE = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final Guard guard;
    private final SecurityHeaders security;
    private final OwnApi own;
    private final ApiProxy api;
    private final LiveDoor live;
    private final WebUi web;
    private final ProblemWriter problems;
    private final MeterRegistry metrics;
    private final Map<Outcome, Counter> counters = new ConcurrentHashMap<>();
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    Door(
            Guard guard,
            SecurityHeaders security,
            OwnApi own,
            ApiProxy api,
            LiveDoor live,
            WebUi web,
            ProblemWriter problems,
            MeterRegistry metrics) {
        this.guard = guard;
        this.security = security;
        this.own = own;
        this.api = api;
        this.live = live;
        this.web = web;
        this.problems = problems;
        this.metrics = metrics;
    }

    private record Outcome(String route, int status) {}

    /** A filter, because it must stand before every route, also before those that an extension brings. */
    void open(@Observes Filters filters) {
        filters.register(this::enter, BEFORE_ALL_OTHERS);
    }

    void mindFailures(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
    }

    private void enter(RoutingContext ctx) {
        security.putOn(ctx.response().headers());
        Optional<ProblemException> refusal = guard.refusal(ctx.request());
        if (refusal.isPresent()) {
            refuse(ctx, refusal.get());
        } else {
            route(ctx, RequestPath.of(ctx.request()));
        }
    }

    private void refuse(RoutingContext ctx, ProblemException refusal) {
        count(ctx, "refused");
        if (refusal.kind() == CommonProblem.METHOD_NOT_ALLOWED) {
            ctx.response().putHeader(HttpHeaders.ALLOW, Guard.allowedMethods());
        }
        problems.write(ctx, refusal);
    }

    private void route(RoutingContext ctx, String path) {
        if (own.isOwn(path)) {
            count(ctx, "own");
            own.handle(ctx);
        } else if (path.startsWith("/api/")) {
            count(ctx, api.routeOf(path).orElse("none"));
            api.handle(ctx);
        } else if (path.equals(LiveDoor.PATH)) {
            count(ctx, "live");
            live.handle(ctx);
        } else if (isInside(path)) {
            count(ctx, "none");
            problems.write(ctx, CommonProblem.NOT_FOUND.because("There is no such address."));
        } else {
            count(ctx, "web");
            web.handle(ctx);
        }
    }

    private static boolean isInside(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return INSIDE.stream().anyMatch(inside -> lower.equals(inside) || lower.startsWith(inside + "/"));
    }

    /** What the router itself does not take to its handlers, such as {@code OPTIONS *}; or an error of ours. */
    private void failed(RoutingContext ctx) {
        security.putOn(ctx.response().headers());
        Throwable cause = ctx.failure();
        Optional<ProblemException> refusal = guard.refusal(ctx.request());
        if (refusal.isPresent()) {
            refuse(ctx, refusal.get());
        } else if (cause == null) {
            problems.write(ctx, ctx.statusCode());
        } else {
            problems.write(ctx, cause);
        }
    }

    /** A film takes as long as one watches it, so what counts is when the answer begins. */
    private void count(RoutingContext ctx, String route) {
        long start = System.nanoTime();
        ctx.addHeadersEndHandler(answered ->
                timers.computeIfAbsent(route, this::timer).record(System.nanoTime() - start, TimeUnit.NANOSECONDS));
        ctx.addEndHandler(end -> counters.computeIfAbsent(
                        new Outcome(route, ctx.response().getStatusCode()), this::counter)
                .increment());
    }

    private Timer timer(String route) {
        return Timer.builder("medianest.gateway.answers")
                .description("Time until an answer begins")
                .tag("route", route)
                .serviceLevelObjectives(PATIENCE)
                .register(metrics);
    }

    private Counter counter(Outcome outcome) {
        return metrics.counter(
                "medianest.gateway.requests", "route", outcome.route(), "status", String.valueOf(outcome.status()));
    }
}
