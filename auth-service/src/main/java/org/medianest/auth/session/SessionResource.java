package org.medianest.auth.session;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.medianest.auth.user.Me;

/** {@code /api/v1/auth/sessions} */
@Path("/api/v1/auth/sessions")
@Tag(name = "sign-in")
public class SessionResource {
    private final Sessions sessions;
    private final SessionCookies cookies;

    SessionResource(Sessions sessions, SessionCookies cookies) {
        this.sessions = sessions;
        this.cookies = cookies;
    }

    /**
     * @param staySignedIn keep the session when the browser closes, 30 days instead of 24 hours without use
     */
    public record SignIn(
            @NotBlank @Size(max = 64) String username,
            @NotNull @Size(min = 1, max = 256) String password,
            boolean staySignedIn) {}

    @POST
    @PermitAll
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Operation(summary = "Sign in with a name and a password")
    @APIResponse(
            responseCode = "201",
            description = "Signed in; a cookie holds the session",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Me.class)))
    public Uni<RestResponse<Me>> signIn(
            @NotNull @Valid SignIn body,
            @Parameter(hidden = true) @HeaderParam("X-Forwarded-For") @Nullable String forwardedFor) {
        return sessions.signIn(body.username(), body.password(), body.staySignedIn(), ClientAddress.of(forwardedFor))
                .map(signedIn -> RestResponse.ResponseBuilder.create(
                                RestResponse.Status.CREATED, Me.of(signedIn.user()))
                        .cookie(cookies.holding(signedIn.session(), body.staySignedIn()))
                        .build());
    }

    @DELETE
    @Path("/current")
    @Authenticated
    @Operation(summary = "Sign out")
    @APIResponse(responseCode = "204", description = "Signed out; the cookie is cleared")
    public Uni<Response> signOut(@Context HttpHeaders headers) {
        Cookie cookie = headers.getCookies().get(cookies.name());
        Uni<Void> end = cookie == null ? Uni.createFrom().voidItem() : sessions.signOut(cookie.getValue());
        return end.map(done -> Response.noContent().cookie(cookies.cleared()).build());
    }
}
