package org.medianest.commons.identity;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The person behind the request, as the verified token says. Never taken from a body, a path or any other header. */
@RequestScoped
public class Caller {
    private final JsonWebToken token;

    Caller(JsonWebToken token) {
        this.token = token;
    }

    /** Their id, the same in all services. */
    public UUID id() {
        return UUID.fromString(token.getSubject());
    }

    /** The name they sign in with; lower case, unique. */
    public String username() {
        return String.valueOf((Object) token.getClaim(Claims.upn));
    }

    /** Whether they hold a permission, for what is not simply forbidden without it. */
    public boolean may(String permission) {
        return token.getGroups().contains(permission);
    }

    /** The session that they came with. */
    public UUID sessionId() {
        return UUID.fromString(token.getClaim("sid"));
    }
}
