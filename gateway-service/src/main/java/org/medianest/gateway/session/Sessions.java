package org.medianest.gateway.session;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.medianest.commons.identity.SessionCookie;
import org.medianest.commons.identity.SessionKeys;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.commons.problem.ProblemException;
import org.medianest.gateway.guard.OwnAddress;
import org.medianest.gateway.session.Visitor.SignedIn;

/** Recognises people by their cookie. */
@ApplicationScoped
public class Sessions {
    /** A token must outlive the request that it is sent with. */
    private static final Duration SHORTEST_TOKEN_LIFE = Duration.ofSeconds(30);

    private static final Duration COME_AGAIN = Duration.ofSeconds(2);

    private final TokenExchange exchange;
    private final String cookie;
    private final String signInCookie;
    private final Clock clock;

    Sessions(TokenExchange exchange, OwnAddress own, Clock clock) {
        this.exchange = exchange;
        this.cookie = new SessionCookie(own.isSecure()).name();
        this.signInCookie = new SessionCookie(own.isSecure()).signInName();
        this.clock = clock;
    }

    /** The refusal when Redis cannot be asked whose session it is. */
    public static ProblemException unknown() {
        return CommonProblem.SERVICE_UNAVAILABLE
                .because("We cannot look up your session at the moment. Try again in a few seconds.")
                .retryAfter(COME_AGAIN);
    }

    /** The session id that a request claims; whether there is such a session is another question. */
    public Optional<String> claimOf(HttpServerRequest request) {
        return rawId(request.headers().getAll(HttpHeaders.COOKIE));
    }

    /** Who has this session. Fails with a problem when auth-service cannot give a token for it. */
    public Future<Visitor> visitor(StoredSession session, String rawId, String traceparent) {
        String token = session.token();
        if (token != null && session.tokenEnds().isAfter(clock.instant().plus(SHORTEST_TOKEN_LIFE))) {
            return Future.succeededFuture(new SignedIn(session.user(), token));
        }
        return exchange.tokenFor(rawId, SessionKeys.of(rawId), traceparent)
                .map(grant -> grant.<Visitor>map(it -> new SignedIn(session.user(), it.token()))
                        .orElse(Visitor.NOBODY));
    }

    /** The key of the session that these {@code Cookie} headers speak of. */
    public Optional<String> key(List<String> cookieHeaders) {
        return rawId(cookieHeaders).map(SessionKeys::of);
    }

    /** The cookies that auth-service gets to see: the session's, that of a sign-in that is under way, and no other. */
    public Optional<String> cookieForAuth(HttpServerRequest request) {
        List<String> headers = request.headers().getAll(HttpHeaders.COOKIE);
        String cookies = Stream.of(cookie, signInCookie)
                .flatMap(name -> Cookies.sessionId(headers, name).map(id -> name + "=" + id).stream())
                .collect(Collectors.joining("; "));
        return Optional.of(cookies).filter(some -> !some.isEmpty());
    }

    private Optional<String> rawId(List<String> cookieHeaders) {
        return Cookies.sessionId(cookieHeaders, cookie);
    }
}
