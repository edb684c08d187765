package org.medianest.downloads.library;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.medianest.commons.identity.Permission;
import org.medianest.downloads.concurrent.Blocking;

/** The library as a whole, for those who run it. */
@Path("/api/v1/downloads/library")
@Tag(name = "library")
public class LibraryResource {
    private final LibraryCheck check;

    LibraryResource(LibraryCheck check) {
        this.check = check;
    }

    @GET
    @Path("/report")
    @RolesAllowed({Permission.DOWNLOADS_MANAGE, Permission.SETTINGS_MANAGE})
    @Operation(
            operationId = "reportLibrary",
            summary = "Downloads that lost their file, files that no download knows",
            description = "Compares the library with the database now. Nothing is changed or removed.")
    public Uni<LibraryReport> report() {
        return Blocking.offload(check::report);
    }
}
