package org.medianest.auth.plex;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
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
import org.medianest.commons.identity.Caller;
import org.medianest.commons.identity.Permission;

/** {@code /api/v1/auth/plex/servers} */
@Path("/api/v1/auth/plex/servers")
@RolesAllowed(Permission.SETTINGS_MANAGE)
@Tag(name = "integrations")
public class ServerSearchResource {
    private final PlexSignIn signIn;
    private final ServerSearch search;
    private final SignInBrowser browser;
    private final Caller caller;

    ServerSearchResource(PlexSignIn signIn, ServerSearch search, SignInBrowser browser, Caller caller) {
        this.signIn = signIn;
        this.search = search;
        this.browser = browser;
        this.caller = caller;
    }

    /** How the admin signs in. */
    @Schema(requiredProperties = "method")
    public record NewSearch(@NotNull PinMethod method) {}

    /**
     * How far a search is.
     *
     * @param servers with {@code SIGNED_IN}: those that belong to the account; they are told once
     */
    @Schema(requiredProperties = {"state", "message", "servers"})
    public record Search(
            PinState state,

            @Schema(nullable = true, description = "For people: why, and what to do") @Nullable
            String message,

            List<FoundServer> servers) {
        public Search {
            servers = List.copyOf(servers);
        }

        static Search of(ServerSearch.Look look) {
            return new Search(
                    look.state(),
                    look.message(),
                    look.servers().stream().map(FoundServer::of).toList());
        }
    }

    /** A server that can be connected. */
    @Schema(requiredProperties = {"machineIdentifier", "name", "grant"})
    public record FoundServer(
            String machineIdentifier,
            String name,

            @Schema(description = "Sealed leave to connect it: PUT it to the Plex integration within half an hour")
            String grant) {
        static FoundServer of(ServerSearch.Choice server) {
            return new FoundServer(server.machineIdentifier(), server.name(), server.grant());
        }
    }

    @POST
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Operation(
            operationId = "beginPlexServerSearch",
            summary = "Begins a sign-in with Plex to choose the server to connect",
            description = "Open authUrl, or show the code, and ask how far it is every two seconds."
                    + " A cookie binds it to this browser. No account is linked and nobody is signed in by it.")
    @APIResponse(
            responseCode = "201",
            description = "It has begun",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Pin.class)))
    @APIResponse(responseCode = "429", description = "Too many were begun from this address")
    @APIResponse(responseCode = "503", description = "plex.tv cannot be asked")
    public Uni<RestResponse<Pin>> begin(
            @NotNull @Valid NewSearch body,
            @Parameter(hidden = true) @HeaderParam("X-Forwarded-For") @Nullable String forwardedFor) {
        return signIn.beginToConnect(body.method(), caller.id(), ClientAddress.of(forwardedFor))
                .map(browser::holds);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "findPlexServerSearch", summary = "How far such a sign-in is, and the servers")
    @APIResponse(
            responseCode = "200",
            description = "How far it is",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Search.class)))
    @APIResponse(responseCode = "404", description = "There is no such search in this browser")
    public Uni<RestResponse<Search>> look(@RestPath UUID id, @Context HttpHeaders headers) {
        return search.look(id, browser.of(headers), caller.id())
                .map(look -> SignInBrowser.answer(Search.of(look)).build());
    }
}
