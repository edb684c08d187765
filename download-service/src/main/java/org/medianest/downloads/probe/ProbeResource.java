package org.medianest.downloads.probe;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.medianest.commons.identity.Caller;
import org.medianest.commons.identity.Permission;
import org.medianest.downloads.concurrent.Blocking;
import org.medianest.downloads.library.Picture;

/** Looking at links over HTTP. */
@Path("/api/v1/downloads")
@Authenticated
@Tag(name = "probes")
public class ProbeResource {
    static final String PATH = "/api/v1/downloads/probes";

    private final Probes probes;
    private final Caller caller;

    ProbeResource(Probes probes, Caller caller) {
        this.probes = probes;
        this.caller = caller;
    }

    @POST
    @Path("/probes")
    @RolesAllowed(Permission.DOWNLOADS_CREATE)
    @Operation(operationId = "probe", summary = "Looks at a link without downloading it")
    public Uni<Probe> probe(@NotNull @Valid ProbeRequest request) {
        return probes.probe(caller.id(), request.url());
    }

    @GET
    @Path("/probes/{id}/thumbnail")
    @Operation(operationId = "probeThumbnail", summary = "The picture that was seen")
    @APIResponse(responseCode = "200", description = "The picture", content = @Content(mediaType = "image/jpeg"))
    public Uni<Response> thumbnail(@RestPath UUID id) {
        return probes.thumbnail(id, caller.id()).chain(picture -> Blocking.offload(() -> Picture.answer(picture)));
    }
}
