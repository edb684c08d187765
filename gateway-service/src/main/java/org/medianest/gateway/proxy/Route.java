package org.medianest.gateway.proxy;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import org.medianest.gateway.backend.Backend;
import org.medianest.gateway.guard.RequestPath;

/** Where a part of the API lives. */
record Route(String prefix, Backend backend, For who, Posts posts) {
    private static final CharSequence IDEMPOTENCY_KEY = HttpHeaders.createOptimized("Idempotency-Key");

    /** Who may knock there. */
    enum For {
        /** People with a session. */
        PEOPLE,
        /** Everybody: the service itself says who may do what. */
        ALL,
        /** Other systems, with a key of their own that the service knows: no person is behind it. */
        SYSTEMS
    }

    /** What comes of a POST that is done twice. */
    enum Posts {
        /** Two of a kind. */
        TWICE_IS_TWO,
        /** The same as once, if it is a new thing with a key of its own, which the service remembers. */
        ONCE_BY_KEY
    }

    Route(String prefix, Backend backend, For who) {
        this(prefix, backend, who, Posts.TWICE_IS_TWO);
    }

    /** Whether the service may be asked again when nobody knows if it has heard the request. */
    boolean isRepeatable(HttpServerRequest request) {
        return switch (request.method().name()) {
            case "GET", "HEAD", "OPTIONS" -> true;
            case "POST" ->
                posts == Posts.ONCE_BY_KEY
                        && RequestPath.of(request).equals(prefix)
                        && request.headers().contains(IDEMPOTENCY_KEY);
            default -> false;
        };
    }

    boolean matches(String path) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }

    boolean isOpen() {
        return who != For.PEOPLE;
    }

    /** Only auth-service has to do with cookies. */
    boolean isTrustedWithCookies() {
        return who == For.ALL;
    }

    /** Where finished downloads come from. */
    boolean hasFiles() {
        return prefix.equals("/api/v1/downloads");
    }

    boolean isForSystems() {
        return who == For.SYSTEMS;
    }
}
