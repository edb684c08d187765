package org.medianest.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.commons.problem.ProblemException;
import org.medianest.gateway.admission.Admission;
import org.medianest.gateway.backend.BackendConfig;
import org.medianest.gateway.guard.DoorConfig;
import org.medianest.gateway.guard.Guard;
import org.medianest.gateway.guard.RequestPath;
import org.medianest.gateway.problem.ProblemWriter;
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
        if (claimsKey(request)) {
            return Future.failedFuture(CommonProblem.UNAUTHENTICATED.because("API keys are not in use yet."));
        }
        return routes.of(RequestPath.of(request))
                .map(Future::succeededFuture)
                .orElseGet(() -> Future.failedFuture(CommonProblem.NOT_FOUND.because("There is no such address.")));
    }

    /** Any other {@code Authorization} is not for us, and is not passed on. */
    private static boolean claimsKey(HttpServerRequest request) {
        return request.headers().getAll(HttpHeaders.AUTHORIZATION).stream()
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .anyMatch(value -> value.startsWith("bearer mn_"));
    }

    private static Future<Visitor> admitted(Route route, Visitor visitor) {
        return route.isOpen() || visitor instanceof Visitor.SignedIn
                ? Future.succeededFuture(visitor)
                : Future.failedFuture(CommonProblem.UNAUTHENTICATED.because("Sign in, and try again."));
    }

    private Future<Void> pass(HttpServerRequest request, Route route, Visitor visitor) {
        ProxyRequest outgoing = ProxyRequest.reverseProxy(request);
        return body.of(request).compose(content -> {
            outgoing.setBody(content.length() == 0 ? null : Body.body(content));
            headers.towardsService(outgoing.headers(), request, route, visitor);
            framing(outgoing, request, content);
            return route.backend()
                    .request(request.method(), request.uri())
                    .compose(client -> answer(outgoing, client, route))
                    .compose(response -> {
                        headers.towardsBrowser(response.headers(), route);
                        dropBodyThatCannotBe(response);
                        return response.send().recover(cut -> Future.succeededFuture());
                    });
        });
    }

    /** The body is here in one piece, so it has a length, whatever the client said. */
    private static void framing(ProxyRequest outgoing, HttpServerRequest request, Buffer content) {
        outgoing.headers().remove(HttpHeaders.TRANSFER_ENCODING).remove(HttpHeaders.CONTENT_LENGTH);
        if (content.length() == 0 && request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            outgoing.headers().set(HttpHeaders.CONTENT_LENGTH, "0");
        }
    }

    /** The head of the answer must come in time; its body may take as long as a film. */
    private Future<ProxyResponse> answer(ProxyRequest outgoing, HttpClientRequest client, Route route) {
        HttpServerRequest request = outgoing.proxiedRequest();
        if (request.response().closed()) {
            client.reset();
            return Future.failedFuture(gone());
        }
        return outgoing.send(client)
                .timeout(answerTimeout, TimeUnit.MILLISECONDS)
                .onSuccess(response -> route.backend().answered())
                .recover(cause -> {
                    client.reset();
                    return Future.failedFuture(
                            request.response().closed()
                                    ? gone()
                                    : route.backend().failed(cause));
                });
    }

    /** Some answers have no body by definition; without a length, the proxy would announce one in chunks. */
    private static void dropBodyThatCannotBe(ProxyResponse response) {
        boolean isBodiless = response.getStatusCode() == 304
                || response.getStatusCode() == 204
                || response.request().getMethod().equals(HttpMethod.HEAD);
        if (isBodiless && !response.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            response.getBody().stream().resume();
            response.setBody(null);
        }
    }

    /** Nobody is there any more to read it, so it says nothing about the service. */
    private static ProblemException gone() {
        return CommonProblem.BAD_REQUEST.because("The client has gone.");
    }
}
