package org.medianest.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.medianest.commons.problem.TraceId;
import org.medianest.gateway.guard.ClientAddresses;
import org.medianest.gateway.guard.DoorConfig;
import org.medianest.gateway.guard.OwnAddress;
import org.medianest.gateway.guard.SecurityHeaders;
import org.medianest.gateway.problem.ProblemWriter;
import org.medianest.gateway.session.Sessions;
import org.medianest.gateway.session.Visitor;

/** What a service may hear of a request, and a browser of an answer. */
@ApplicationScoped
public class HeaderRules {
    /** Besides {@code x-…}: claims about who asks, from where, and for what, that only we make. */
    private static final Set<String> NOT_FOR_SERVICES = Set.of(
            "host",
            "content-length",
            "transfer-encoding",
            "traceparent",
            "authorization",
            "cookie",
            "forwarded",
            "via",
            "proxy",
            "tracestate",
            "baggage",
            "te",
            "trailer",
            "upgrade",
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authorization",
            "proxy-authenticate",
            "http2-settings",
            "expect");

    private static final Set<String> NOT_FOR_BROWSERS = Set.of(
            "transfer-encoding",
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "te",
            "trailer",
            "upgrade",
            "server",
            "via",
            "x-powered-by",
            "alt-svc");

    private static final CharSequence FORWARDED_FOR = HttpHeaders.createOptimized("X-Forwarded-For");
    private static final CharSequence FORWARDED_PROTO = HttpHeaders.createOptimized("X-Forwarded-Proto");
    private static final CharSequence FORWARDED_HOST = HttpHeaders.createOptimized("X-Forwarded-Host");
    private static final CharSequence TRACEPARENT = HttpHeaders.createOptimized(TraceId.HEADER);

    private final Sessions sessions;
    private final ClientAddresses addresses;
    private final OwnAddress own;
    private final SecurityHeaders security;
    private final boolean accel;
    private final Clock clock;
    private final HttpDate date = new HttpDate();

    HeaderRules(
            Sessions sessions,
            ClientAddresses addresses,
            OwnAddress own,
            SecurityHeaders security,
            DoorConfig config,
            Clock clock) {
        this.sessions = sessions;
        this.addresses = addresses;
        this.own = own;
        this.security = security;
        this.accel = config.accel();
        this.clock = clock;
    }

    /** Puts on the request to a service what it may hear of the client's. */
    void towardsService(MultiMap outgoing, HttpServerRequest request, Route route, Visitor visitor) {
        Set<String> perHop = perHop(request.headers());
        request.headers().forEach((name, value) -> {
            if (isForServices(name.toLowerCase(Locale.ROOT), perHop)) {
                outgoing.add(name, value);
            }
        });
        outgoing.set(FORWARDED_FOR, addresses.of(request)).set(FORWARDED_PROTO, protoOf(request));
        String host = hostOf(request);
        if (!host.isEmpty()) {
            outgoing.set(FORWARDED_HOST, host);
        }
        outgoing.set(TRACEPARENT, ProblemWriter.traceparentOf(request));
        if (route.isTrustedWithCookies()) {
            sessions.cookieForAuth(request).ifPresent(cookie -> outgoing.set(HttpHeaders.COOKIE, cookie));
        }
        if (route.isForSystems()) {
            request.headers()
                    .getAll(HttpHeaders.AUTHORIZATION)
                    .forEach(key -> outgoing.add(HttpHeaders.AUTHORIZATION, key));
        } else if (visitor instanceof Visitor.SignedIn person) {
            outgoing.set(HttpHeaders.AUTHORIZATION, "Bearer " + person.token());
        }
    }

    /** Puts on the answer to a browser what it may hear of the service's. */
    void towardsBrowser(MultiMap outgoing, MultiMap answer, Route route) {
        answer.forEach((name, value) -> {
            if (isForBrowsers(name.toLowerCase(Locale.ROOT), route)) {
                outgoing.add(name, value);
            }
        });
        if (!answer.contains(HttpHeaders.DATE)) {
            outgoing.set(HttpHeaders.DATE, date.of(clock.millis()));
        }
    }

    /** What {@code Connection} names is meant for us alone. */
    private static Set<String> perHop(MultiMap headers) {
        List<String> values = headers.getAll(HttpHeaders.CONNECTION);
        return values.isEmpty()
                ? Set.of()
                : values.stream()
                        .flatMap(value -> Arrays.stream(value.split(",")))
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
    }

    private static boolean isForServices(String name, Set<String> perHop) {
        return !name.startsWith("x-")
                && !name.startsWith("x_")
                && !NOT_FOR_SERVICES.contains(name)
                && !perHop.contains(name);
    }

    private boolean isForBrowsers(String name, Route route) {
        return !NOT_FOR_BROWSERS.contains(name)
                && !security.isOurs(name)
                && (route.isTrustedWithCookies() || !name.equals("set-cookie"))
                && (!name.startsWith("x-accel-") || isForNginx(name, route));
    }

    /** nginx obeys such headers, so it hears of one of them only, and of whom it is meant to. */
    private boolean isForNginx(String name, Route route) {
        return accel && route.hasFiles() && name.equals("x-accel-redirect");
    }

    private String hostOf(HttpServerRequest request) {
        return own.url().map(url -> url.getRawAuthority()).orElseGet(() -> {
            String host = request.getHeader(HttpHeaders.HOST);
            return host == null ? "" : host;
        });
    }

    private String protoOf(HttpServerRequest request) {
        return own.url().map(url -> url.getScheme()).orElseGet(() -> request.isSSL() ? "https" : "http");
    }
}
