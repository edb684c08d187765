package org.medianest.auth.plex;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.medianest.commons.identity.SessionCookie;

/** The cookie by which a browser holds the sign-in that it has begun. */
@ApplicationScoped
class SignInCookies {
    private final SessionCookie cookie;

    SignInCookies(@ConfigProperty(name = "medianest.public-url") URI publicUrl) {
        this.cookie = SessionCookie.of(publicUrl);
    }

    String name() {
        return cookie.signInName();
    }

    NewCookie holding(String browser, Duration life) {
        return new NewCookie.Builder(name())
                .value(browser)
                .maxAge(Math.toIntExact(life.toSeconds()))
                .path("/")
                .httpOnly(true)
                .secure(cookie.secure())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
