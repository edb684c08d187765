package org.medianest.auth.deadletter;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.identity.Caller;
import org.medianest.commons.identity.Permission;
import org.medianest.commons.paging.PageRequest;

/** {@code /api/v1/events/dead-letters} */
@Path("/api/v1/events/dead-letters")
@RolesAllowed(Permission.SETTINGS_MANAGE)
@Tag(name = "dead letters")
public class DeadLetterResource {
    private static final String UNKNOWN = "There is no such dead letter, or no longer";

    private final AuditedDeadLetters letters;
    private final Caller caller;

    DeadLetterResource(AuditedDeadLetters letters, Caller caller) {
        this.letters = letters;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listDeadLetters", summary = "Events that a service has given up on, newest first")
    public Uni<DeadLetterPage> list(
            @RestQuery @DefaultValue(PageRequest.DEFAULT_LIMIT) int limit, @RestQuery @Nullable String cursor) {
        return letters.list(limit, cursor).map(DeadLetterPage::of);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "findDeadLetter", summary = "One of them")
    @APIResponse(responseCode = "200", description = "What was said, and why it was given up")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Uni<DeadLetterView> find(@RestPath String id) {
        return letters.find(id).map(DeadLetterView::of);
    }

    @POST
    @Path("/{id}/replay")
    @ResponseStatus(RestResponse.StatusCode.ACCEPTED)
    @Operation(
            operationId = "replayDeadLetter",
            summary = "Lets the service that gave up try again",
            description =
                    "The event goes back to its stream, behind what has been said since, and only that service hears it. When it fails again,"
                            + " it comes back to the list under a new id.")
    @APIResponse(
            responseCode = "202",
            description = "It is on its stream again and no dead letter any more; there is no body")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Uni<Void> replay(@RestPath String id) {
        return letters.replay(id, caller.id());
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "dropDeadLetter", summary = "Throws it away: that service will never apply it")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Uni<Void> drop(@RestPath String id) {
        return letters.drop(id, caller.id());
    }
}
