package org.medianest.media.library;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.medianest.commons.identity.Permission;

/** The library over HTTP, for those who look after it. */
@Path("/api/v1/media/library")
@RolesAllowed(Permission.SETTINGS_MANAGE)
@Tag(name = "library")
public class LibraryResource {
    private final Overview overview;

    LibraryResource(Overview overview) {
        this.overview = overview;
    }

    @GET
    @Operation(operationId = "library", summary = "How the copy of the library is")
    public Uni<LibraryView> library() {
        return overview.view();
    }

    @POST
    @Path("/scan")
    @ResponseStatus(202)
    @Operation(operationId = "scanLibrary", summary = "Has all of the library read soon")
    @APIResponse(responseCode = "202", description = "It will be")
    public Uni<Void> scan() {
        return overview.scan();
    }

    @POST
    @Path("/held-back/accept")
    @Operation(operationId = "acceptHeldBack", summary = "Says that what vanished is gone indeed")
    @APIResponse(responseCode = "204", description = "It is gone here too")
    public Uni<Void> accept() {
        return overview.accept();
    }

    @POST
    @Path("/held-back/reject")
    @Operation(operationId = "rejectHeldBack", summary = "Says that what vanished is still there")
    @APIResponse(responseCode = "204", description = "It stays")
    public Uni<Void> reject() {
        return overview.reject();
    }
}
