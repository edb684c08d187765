package org.medianest.auth.notification.push;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.medianest.commons.identity.Caller;

/** {@code /api/v1/notifications/push}: everybody's own browsers. */
@Path("/api/v1/notifications/push")
@Authenticated
@Tag(name = "notifications")
public class PushResource {
    private static final int LONGEST_ENDPOINT = 1024;
    private static final int LONGEST_KEY = 128;

    private final VapidKeys keys;
    private final PushSubscriptions subscriptions;
    private final Caller caller;

    PushResource(VapidKeys keys, PushSubscriptions subscriptions, Caller caller) {
        this.keys = keys;
        this.subscriptions = subscriptions;
        this.caller = caller;
    }

    /** @param publicKey the uncompressed point of P-256, in base64url */
    @Schema(requiredProperties = "publicKey")
    public record PublicKey(String publicKey) {}

    /**
     * A browser as it describes itself.
     *
     * @param endpoint where it can be told something, at the push service of its maker
     */
    public record Subscriber(
            @NotNull @Size(max = LONGEST_ENDPOINT) String endpoint,
            @NotNull @Valid Keys keys) {}

    /** What messages are encrypted with for it alone; both in base64url. */
    public record Keys(
            @NotNull @Size(max = LONGEST_KEY) String p256dh,
            @NotNull @Size(max = LONGEST_KEY) String auth) {}

    /** Which browser. */
    public record Endpoint(
            @NotNull @Size(max = LONGEST_ENDPOINT) String endpoint) {}

    @GET
    @Path("/key")
    @Operation(
            operationId = "findPushKey",
            summary = "By which push services know this house: browsers subscribe with it")
    public Uni<PublicKey> key() {
        return keys.key().map(key -> new PublicKey(key.publicPoint()));
    }

    @POST
    @Path("/subscriptions")
    @Operation(
            operationId = "addPushSubscription",
            summary = "Has your news told to this browser too",
            description =
                    "At most 10 of a person: of more, the one that subscribed longest ago is told nothing any more.")
    @APIResponse(responseCode = "201", description = "It is told from now on; there is no body")
    @APIResponse(responseCode = "204", description = "It was already, perhaps to somebody else; now it is yours")
    @APIResponse(responseCode = "400", description = "It is no push service out in the world, or no key")
    public Uni<RestResponse<Void>> add(@NotNull @Valid Subscriber body) {
        return subscriptions
                .add(caller.id(), body)
                .map(isNew ->
                        isNew ? RestResponse.<Void>status(RestResponse.Status.CREATED) : RestResponse.noContent());
    }

    @DELETE
    @Path("/subscriptions")
    @Operation(operationId = "removePushSubscription", summary = "Has your news told to this browser no longer")
    @APIResponse(responseCode = "204", description = "It is not told")
    public Uni<Void> remove(@NotNull @Valid Endpoint body) {
        return subscriptions.remove(caller.id(), body.endpoint());
    }
}
