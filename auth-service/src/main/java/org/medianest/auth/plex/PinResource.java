package org.medianest.auth.plex;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.medianest.auth.session.ClientAddress;
import org.medianest.auth.session.OptionalCaller;
import org.medianest.auth.session.Session;
import org.medianest.auth.session.SessionCookies;

/** {@code /api/v1/auth/plex/pins} */
@Path("/api/v1/auth/plex/pins")
@PermitAll
@Tag(name = "sign-in")
public class PinResource {
    private final PlexSignIn signIn;
    private final PlexArrival arrival;
    private final OptionalCaller caller;
    private final SignInBrowser browser;
    private final SessionCookies sessionCookies;

    PinResource(
            PlexSignIn signIn,
            PlexArrival arrival,
            OptionalCaller caller,
            SignInBrowser browser,
            SessionCookies sessionCookies) {
        this.signIn = signIn;
        this.arrival = arrival;
        this.caller = caller;
        this.browser = browser;
        this.sessionCookies = sessionCookies;
    }

    /** @param staySignedIn keep the session when the browser closes, 30 days instead of 24 hours without use */
    @Schema(requiredProperties = {"method", "staySignedIn"})
    public record NewPin(@NotNull PinMethod method, boolean staySignedIn) {}

    @POST
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Operation(
            operationId = "beginPlexSignIn",
            summary = "Begins a sign-in with Plex",
            description =
                    "Open authUrl, or show the code, and ask how far it is every two seconds. A cookie binds it to this browser. Whoever is signed in"
                            + " already links their Plex account with their account here instead: they can sign in with either from then on, and keep"
                            + " their permissions.")
    @APIResponse(
            responseCode = "201",
            description = "It has begun",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Pin.class)))
    @APIResponse(responseCode = "409", description = "No Plex server is connected")
    @APIResponse(responseCode = "429", description = "Too many were begun from this address")
    @APIResponse(responseCode = "503", description = "plex.tv cannot be asked")
    public Uni<RestResponse<Pin>> begin(
            @NotNull @Valid NewPin body,
            @Parameter(hidden = true) @HeaderParam("X-Forwarded-For") @Nullable String forwardedFor) {
        return caller.id()
                .chain(linkFor ->
                        signIn.begin(body.method(), body.staySignedIn(), linkFor, ClientAddress.of(forwardedFor)))
                .map(browser::holds);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "findPlexSignIn",
            summary = "How far a sign-in with Plex is",
            description = "With SIGNED_IN the session's cookie is set, once.")
    @APIResponse(responseCode = "200", description = "How far it is")
    @APIResponse(responseCode = "404", description = "There is no such sign-in in this browser")
    public Uni<RestResponse<PinAnswer>> look(
            @RestPath UUID id,
            @Parameter(hidden = true) @HeaderParam("X-Forwarded-For") @Nullable String forwardedFor,
            @Context HttpHeaders headers) {
        String held = browser.of(headers);
        return caller.id()
                .chain(who -> arrival.look(id, held, who, ClientAddress.of(forwardedFor)))
                .map(this::answer);
    }

    private RestResponse<PinAnswer> answer(PlexArrival.Look look) {
        RestResponse.ResponseBuilder<PinAnswer> answer = SignInBrowser.answer(PinAnswer.of(look));
        Session session = look.session();
        return session == null
                ? answer.build()
                : answer.cookie(sessionCookies.holding(session, look.stay())).build();
    }
}
