package org.medianest.auth.user;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.medianest.commons.identity.Caller;
import org.medianest.commons.problem.CommonProblem;

/** {@code /api/v1/auth/me} */
@Path("/api/v1/auth/me")
@Authenticated
@Tag(name = "sign-in")
public class MeResource {
    private final Users users;
    private final Caller caller;

    MeResource(Users users, Caller caller) {
        this.users = users;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Who is signed in, and what they may do")
    public Uni<Me> me() {
        return users.byId(caller.id())
                .map(user -> user.orElseThrow(
                        () -> CommonProblem.UNAUTHENTICATED.because("This account does not exist any more.")))
                .map(Me::of);
    }
}
