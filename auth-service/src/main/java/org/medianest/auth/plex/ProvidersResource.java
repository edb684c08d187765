package org.medianest.auth.plex;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/auth/providers} */
@Path("/api/v1/auth/providers")
@PermitAll
@Tag(name = "sign-in")
public class ProvidersResource {
    private final PlexServers servers;

    ProvidersResource(PlexServers servers) {
        this.servers = servers;
    }

    /** The ways to sign in. */
    @Schema(requiredProperties = {"local", "plex"})
    public record Providers(LocalProvider local, PlexProvider plex) {}

    /** A name and a password of this house. */
    @Schema(requiredProperties = "available")
    public record LocalProvider(boolean available) {}

    /** @param reason why it is not available */
    @Schema(requiredProperties = {"available", "reason"})
    public record PlexProvider(
            boolean available,
            @Schema(nullable = true) @Nullable String reason) {}

    @GET
    @Operation(operationId = "listProviders", summary = "The ways to sign in")
    public Uni<Providers> providers() {
        return servers.current().map(server -> new Providers(new LocalProvider(true), plex(server)));
    }

    private static PlexProvider plex(Optional<PlexServer> server) {
        return server.isPresent()
                ? new PlexProvider(true, null)
                : new PlexProvider(false, "No Plex server is connected yet. An admin does that in the settings.");
    }
}
