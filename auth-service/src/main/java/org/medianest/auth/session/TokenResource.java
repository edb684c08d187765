package org.medianest.auth.session;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * {@code /internal/v1/tokens}: the gateway exchanges a session for a token. It is open to whoever can reach this port, because the
 * session id itself is the secret that it asks for; the gateway never routes it from outside.
 */
@Path("/internal/v1/tokens")
@PermitAll
public class TokenResource {
    private final Grants grants;

    TokenResource(Grants grants) {
        this.grants = grants;
    }

    @POST
    @Operation(hidden = true)
    public Uni<TokenGrant> grant(@HeaderParam("X-Session") @NotBlank @Size(max = 128) String session) {
        return grants.grant(session);
    }
}
