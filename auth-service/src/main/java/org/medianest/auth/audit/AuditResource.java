package org.medianest.auth.audit;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.identity.Permission;
import org.medianest.commons.paging.PageRequest;

/** {@code /api/v1/users/audit} */
@Path("/api/v1/users/audit")
@RolesAllowed(Permission.AUDIT_READ)
@Tag(name = "people")
public class AuditResource {
    private final Audit audit;

    AuditResource(Audit audit) {
        this.audit = audit;
    }

    @GET
    @Operation(operationId = "listAudit", summary = "Who did what to whom, newest first")
    public Uni<AuditPage> list(
            @RestQuery @DefaultValue(PageRequest.DEFAULT_LIMIT) int limit, @RestQuery @Nullable String cursor) {
        return audit.list(PageRequest.of(limit, cursor)).map(AuditPage::of);
    }
}
