package org.medianest.auth.plex;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import org.medianest.commons.identity.SessionCookie;

/** A sign-in belongs to the browser that has begun it, which holds it by a cookie. */
@ApplicationScoped
class SignInBrowser {
    private static final String NO_STORE = "no-store";

    private final SessionCookie cookie;
    private final Clock clock;

    SignInBrowser(@ConfigProperty(name = "medianest.public-url") URI publicUrl, Clock clock) {
        this.cookie = SessionCookie.of(publicUrl);
        this.clock = clock;
    }

    /** The answer to whoever begins one: from now on their browser holds it. */
    RestResponse<Pin> holds(PlexSignIn.Begun begun) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, Pin.of(begun))
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .cookie(holding(begun))
                .build();
    }

    /** What the asking browser holds; empty when it holds nothing. */
    String of(HttpHeaders headers) {
        Cookie held = headers.getCookies().get(cookie.signInName());
        return held == null ? "" : held.getValue();
    }

    /** How far it is, for the browser that holds it and for no cache. */
    static <T> RestResponse.ResponseBuilder<T> answer(T look) {
        return RestResponse.ResponseBuilder.ok(look).header(HttpHeaders.CACHE_CONTROL, NO_STORE);
    }

    private NewCookie holding(PlexSignIn.Begun begun) {
        Duration life =
                Duration.between(clock.instant(), begun.ticket().expiresAt()).plus(Tickets.AFTERWARDS);
        return new NewCookie.Builder(cookie.signInName())
                .value(begun.browser())
                .maxAge(Math.toIntExact(life.toSeconds()))
                .path("/")
                .httpOnly(true)
                .secure(cookie.secure())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
