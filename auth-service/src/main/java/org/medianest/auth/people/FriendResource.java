package org.medianest.auth.people;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.medianest.auth.plex.Friends;
import org.medianest.auth.user.AppUser;
import org.medianest.commons.identity.Caller;
import org.medianest.commons.identity.Permission;

/** {@code /api/v1/users/plex-friends} and {@code /api/v1/users/import} */
@Path("/api/v1/users")
@RolesAllowed(Permission.USERS_MANAGE)
@Tag(name = "people")
public class FriendResource {
    private static final String NOT_LINKED =
            "The owner of the Plex server has not linked their account as an admin here";
    private static final String AWAY = "plex.tv cannot be asked";

    private final Friends friends;
    private final PeopleStore people;
    private final Caller caller;

    FriendResource(Friends friends, PeopleStore people, Caller caller) {
        this.friends = friends;
        this.people = people;
        this.caller = caller;
    }

    /** Those with whom the server is shared. */
    @Schema(requiredProperties = "items")
    public record PlexFriends(List<PlexFriend> items) {
        public PlexFriends {
            items = List.copyOf(items);
        }
    }

    /**
     * @param username null for a managed user, who has only a title
     * @param hasAccount whether they have an account here
     * @param pending whether they have not accepted the invitation to the server yet
     */
    @Schema(requiredProperties = {"plexId", "username", "title", "thumb", "hasAccount", "pending"})
    public record PlexFriend(
            long plexId,
            @Schema(nullable = true) @Nullable String username,
            String title,
            @Schema(nullable = true) @Nullable String thumb,
            boolean hasAccount,
            boolean pending) {
        static PlexFriend of(Friends.Known known) {
            String username = known.friend().person().username();
            return new PlexFriend(
                    known.friend().person().id(),
                    username.isEmpty() ? null : username,
                    known.friend().person().name(),
                    known.friend().thumb(),
                    known.hasAccount(),
                    known.friend().pending());
        }
    }

    /** @param plexIds who of the friends is to have an account */
    @Schema(requiredProperties = "plexIds")
    public record Import(@NotEmpty @Size(max = 1000) Set<@NotNull @Positive Long> plexIds) {}

    /** @param imported in the order of their accounts */
    @Schema(requiredProperties = {"imported", "refused"})
    public record Imported(List<User> imported, List<Refused> refused) {
        public Imported {
            imported = List.copyOf(imported);
            refused = List.copyOf(refused);
        }
    }

    /** @param reason for people */
    @Schema(requiredProperties = {"plexId", "reason"})
    public record Refused(long plexId, String reason) {}

    @GET
    @Path("/plex-friends")
    @Operation(operationId = "listPlexFriends", summary = "With whom the owner shares the Plex server")
    @APIResponse(responseCode = "200", description = "They; the owner is not among them")
    @APIResponse(responseCode = "409", description = NOT_LINKED)
    @APIResponse(responseCode = "503", description = AWAY)
    public Uni<PlexFriends> list() {
        return friends.list()
                .map(known -> new PlexFriends(known.stream().map(PlexFriend::of).toList()));
    }

    @POST
    @Path("/import")
    @Operation(
            operationId = "importPlexFriends",
            summary = "Makes accounts for some of them",
            description = "With the permissions of those who come by themselves. They sign in with Plex.")
    @APIResponse(responseCode = "200", description = "Who has an account now, and who was refused and why")
    @APIResponse(responseCode = "409", description = NOT_LINKED)
    @APIResponse(responseCode = "503", description = AWAY)
    public Uni<Imported> importFriends(@NotNull @Valid Import body) {
        return friends.importAll(body.plexIds(), caller.id(), caller.username())
                .chain(imports -> people.some(
                                imports.imported().stream().map(AppUser::id).toList())
                        .map(users -> new Imported(users, refused(imports))));
    }

    private static List<Refused> refused(Friends.Imports imports) {
        return Stream.concat(
                        imports.unknown().stream()
                                .map(id -> new Refused(id, "The Plex server is not shared with this account.")),
                        imports.present().stream().map(id -> new Refused(id, "This person has an account already.")))
                .toList();
    }
}
