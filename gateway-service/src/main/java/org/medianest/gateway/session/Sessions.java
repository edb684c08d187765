package org.medianest.gateway.session;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.medianest.commons.identity.SessionCookie;
import org.medianest.commons.identity.SessionKeys;
import org.medianest.gateway.guard.OwnAddress;
import org.medianest.gateway.problem.ProblemWriter;
import org.medianest.gateway.session.SessionStore.Stored;
import org.medianest.gateway.session.Visitor.SignedIn;

/** Recognises people by their cookie. */
@ApplicationScoped
public class Sessions {
    /** A token must outlive the request that it is sent with. */
    private static final Duration SHORTEST_TOKEN_LIFE = Duration.ofSeconds(30);

    private final SessionStore store;
    private final TokenExchange exchange;
    private final String cookie;
    private final Clock clock = Clock.systemUTC();

    Sessions(SessionStore store, TokenExchange exchange, OwnAddress own) {
        this.store = store;
        this.exchange = exchange;
        this.cookie = new SessionCookie(own.isSecure()).name();
    }

    /** Who sends the request. Fails with a problem when that cannot be found out at the moment. */
    public Future<Visitor> visitor(HttpServerRequest request) {
        Optional<String> rawId = rawId(request.headers().getAll(HttpHeaders.COOKIE));
        if (rawId.isEmpty()) {
            return Future.succeededFuture(Visitor.NOBODY);
        }
        String key = SessionKeys.of(rawId.get());
        return store.use(key)
                .compose(stored -> stored.isEmpty()
                        ? Future.succeededFuture(Visitor.NOBODY)
                        : withToken(stored.get(), rawId.get(), key, ProblemWriter.traceparentOf(request)));
    }

    /** The key of the session that these {@code Cookie} headers speak of. */
    public Optional<String> key(List<String> cookieHeaders) {
        return rawId(cookieHeaders).map(SessionKeys::of);
    }

    /** The cookies that auth-service gets to see: the session's, and no other. */
    public Optional<String> cookieForAuth(HttpServerRequest request) {
        return rawId(request.headers().getAll(HttpHeaders.COOKIE)).map(id -> cookie + "=" + id);
    }

    private Optional<String> rawId(List<String> cookieHeaders) {
        return Cookies.sessionId(cookieHeaders, cookie);
    }

    private Future<Visitor> withToken(Stored session, String rawId, String key, String traceparent) {
        String token = session.token();
        if (token != null && session.tokenEnds().isAfter(clock.instant().plus(SHORTEST_TOKEN_LIFE))) {
            return Future.succeededFuture(new SignedIn(session.user(), session.id(), session.permissions(), token));
        }
        return exchange.tokenFor(rawId, key, traceparent)
                .map(grant -> grant.<Visitor>map(it ->
                                new SignedIn(session.user(), session.id(), Set.copyOf(it.permissions()), it.token()))
                        .orElse(Visitor.NOBODY));
    }
}
