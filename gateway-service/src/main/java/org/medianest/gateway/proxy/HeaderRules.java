package org.medianest.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.medianest.commons.problem.TraceId;
import org.medianest.gateway.guard.ClientAddresses;
import org.medianest.gateway.guard.OwnAddress;
import org.medianest.gateway.guard.SecurityHeaders;
import org.medianest.gateway.problem.ProblemWriter;
import org.medianest.gateway.session.Sessions;
import org.medianest.gateway.session.Visitor;

/** What a service may hear of a request, and a browser of an answer. */
@ApplicationScoped
public class HeaderRules {
    /** Besides {@code x-…}: claims about who asks, from where, and for what, that only we make. */
    private static final Set<String> NOT_FOR_CLIENTS = Set.of(
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

    private static final List<String> NOT_FOR_BROWSERS = List.of(
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

    private final Sessions sessions;
    private final ClientAddresses addresses;
    private final OwnAddress own;
    private final SecurityHeaders security;

    HeaderRules(Sessions sessions, ClientAddresses addresses, OwnAddress own, SecurityHeaders security) {
        this.sessions = sessions;
        this.addresses = addresses;
        this.own = own;
        this.security = security;
    }

    /** Makes the client's headers fit for a service. */
    void towardsService(MultiMap headers, HttpServerRequest request, Route route, Visitor visitor) {
        String address = addresses.of(request);
        String host = hostOf(request);
        String proto = protoOf(request);
        forbidden(headers).forEach(headers::remove);

        headers.set("X-Forwarded-For", address).set("X-Forwarded-Proto", proto);
        if (!host.isEmpty()) {
            headers.set("X-Forwarded-Host", host);
        }
        headers.set(TraceId.HEADER, ProblemWriter.traceparentOf(request));
        if (route.isTrustedWithCookies()) {
            sessions.cookieForAuth(request).ifPresent(cookie -> headers.set(HttpHeaders.COOKIE, cookie));
        }
        if (visitor instanceof Visitor.SignedIn person) {
            headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + person.token());
        }
    }

    /** Makes a service's headers fit for a browser. */
    void towardsBrowser(MultiMap headers, Route route) {
        NOT_FOR_BROWSERS.forEach(headers::remove);
        security.removeFrom(headers);
        if (!route.isTrustedWithCookies()) {
            headers.remove(HttpHeaders.SET_COOKIE);
        }
    }

    private static Set<String> forbidden(MultiMap headers) {
        Set<String> perHop = headers.getAll(HttpHeaders.CONNECTION).stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return headers.names().stream()
                .filter(name -> isForbidden(name.toLowerCase(Locale.ROOT), perHop))
                .collect(Collectors.toSet());
    }

    private static boolean isForbidden(String name, Set<String> perHop) {
        return name.startsWith("x-")
                || name.startsWith("x_")
                || NOT_FOR_CLIENTS.contains(name)
                || perHop.contains(name);
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
