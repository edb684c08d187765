package org.medianest.auth.session;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who asks, where nobody must be signed in but it makes a difference. */
@ApplicationScoped
public class OptionalCaller {
    private final CurrentIdentityAssociation identity;

    OptionalCaller(CurrentIdentityAssociation identity) {
        this.identity = identity;
    }

    /** Nobody without a token; fails when there is one that is not to be believed. */
    public Uni<Optional<UUID>> id() {
        return identity.getDeferredIdentity()
                .map(who -> who.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
                        ? Optional.of(UUID.fromString(token.getSubject()))
                        : Optional.empty());
    }
}
