package org.medianest.auth.people;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.identity.Caller;
import org.medianest.commons.identity.Permission;
import org.medianest.commons.paging.PageRequest;

/** {@code /api/v1/users} */
@Path("/api/v1/users")
@RolesAllowed(Permission.USERS_MANAGE)
@Tag(name = "people")
public class UserResource {
    private static final String UNKNOWN = "There is no such person";

    private final People people;
    private final Caller caller;

    UserResource(People people, Caller caller) {
        this.people = people;
        this.caller = caller;
    }

    /** All that a person can be allowed to do. */
    @Schema(requiredProperties = "items")
    public record Permissions(List<String> items) {
        public Permissions {
            items = List.copyOf(items);
        }
    }

    @GET
    @Operation(operationId = "listUsers", summary = "The people, newest first")
    public Uni<UserPage> list(
            @RestQuery @DefaultValue(PageRequest.DEFAULT_LIMIT) int limit,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable @Size(max = 64) String query) {
        return people.list(PageRequest.of(limit, cursor), query).map(UserPage::of);
    }

    @GET
    @Path("/permissions")
    @Operation(operationId = "listPermissions", summary = "All that a person can be allowed to do")
    public Permissions permissions() {
        return new Permissions(Permission.ALL.stream().sorted().toList());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "findUser", summary = "One of them")
    @APIResponse(responseCode = "200", description = "The person")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Uni<User> find(@RestPath UUID id) {
        return people.find(id);
    }

    @PATCH
    @Path("/{id}")
    @Operation(
            operationId = "changeUser",
            summary = "Changes what they may do, or shuts them out",
            description = "It counts from their next request on. What they have open ends when they are suspended.")
    @APIResponse(responseCode = "200", description = "The person as they are now")
    @APIResponse(responseCode = "403", description = "You do not have yourself what you want to give")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = "Nobody could manage the people afterwards")
    public Uni<User> change(@RestPath UUID id, @NotNull @Valid UserChange body) {
        return people.change(id, body, new People.Actor(caller.id(), caller.username()));
    }
}
