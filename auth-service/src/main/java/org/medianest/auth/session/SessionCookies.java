package org.medianest.auth.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.medianest.commons.identity.SessionCookie;

/** The cookie that a browser holds its session by. */
@ApplicationScoped
public class SessionCookies {
    private final SessionCookie cookie;

    SessionCookies(@ConfigProperty(name = "medianest.public-url") URI publicUrl) {
        this.cookie = SessionCookie.of(publicUrl);
    }

    String name() {
        return cookie.name();
    }

    /** @param stay whether it outlives the browser's window */
    public NewCookie holding(Session session, boolean stay) {
        return base(session.rawId())
                .maxAge(stay ? Math.toIntExact(session.idle().toSeconds()) : NewCookie.DEFAULT_MAX_AGE)
                .build();
    }

    NewCookie cleared() {
        return base("").maxAge(0).build();
    }

    private NewCookie.Builder base(String value) {
        return new NewCookie.Builder(cookie.name())
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(cookie.secure())
                .sameSite(NewCookie.SameSite.LAX);
    }
}
