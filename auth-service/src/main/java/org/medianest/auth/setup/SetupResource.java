package org.medianest.auth.setup;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.medianest.auth.session.ClientAddress;
import org.medianest.auth.session.SessionCookies;
import org.medianest.auth.user.AppUser;
import org.medianest.auth.user.Me;

/** {@code /api/v1/auth/setup} */
@Path("/api/v1/auth/setup")
@PermitAll
@Tag(name = "set-up")
public class SetupResource {
    private final Setup setup;
    private final SessionCookies cookies;

    SetupResource(Setup setup, SessionCookies cookies) {
        this.setup = setup;
        this.cookies = cookies;
    }

    /** @param required true while nobody has an account */
    public record SetupStatus(@Schema(required = true) boolean required) {}

    /**
     * @param code the one-time set-up code
     * @param username the name of the first admin
     */
    public record FirstAdmin(
            @NotBlank @Size(max = 32) String code,

            @NotNull
            @Pattern(
                    regexp = AppUser.NAME_PATTERN,
                    message =
                            "must be 2 to 32 letters, digits, dots, underscores or hyphens, and begin with a letter or digit")
            String username,

            @NotNull @Size(min = 10, max = 256, message = "must have 10 to 256 characters")
            String password) {}

    @GET
    @Operation(summary = "Whether MediaNest must be set up")
    public Uni<SetupStatus> status() {
        return setup.isRequired().map(SetupStatus::new);
    }

    @POST
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Operation(summary = "Create the first admin account; needs the set-up code")
    @APIResponse(
            responseCode = "201",
            description = "It is there and signed in; a cookie holds the session",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Me.class)))
    public Uni<RestResponse<Me>> complete(
            @NotNull @Valid FirstAdmin body,
            @Parameter(hidden = true) @HeaderParam("X-Forwarded-For") @Nullable String forwardedFor) {
        return setup.complete(body.code(), body.username(), body.password(), ClientAddress.of(forwardedFor))
                .map(signedIn -> RestResponse.ResponseBuilder.create(
                                RestResponse.Status.CREATED, Me.of(signedIn.user()))
                        .cookie(cookies.holding(signedIn.session(), false))
                        .build());
    }
}
