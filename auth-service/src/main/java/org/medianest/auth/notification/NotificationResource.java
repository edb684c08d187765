package org.medianest.auth.notification;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.identity.Caller;
import org.medianest.commons.paging.PageRequest;

/** {@code /api/v1/notifications}: everybody's own. */
@Path("/api/v1/notifications")
@Authenticated
@Tag(name = "notifications")
public class NotificationResource {
    /** One more than what a badge shows. */
    private static final int MOST_COUNTED = 100;

    private final Notifications notifications;
    private final Caller caller;

    NotificationResource(Notifications notifications, Caller caller) {
        this.notifications = notifications;
        this.caller = caller;
    }

    /** @param count 0 to 100 */
    @Schema(requiredProperties = "count")
    public record Unread(long count) {}

    @GET
    @Operation(operationId = "listNotifications", summary = "What you were told, newest first")
    public Uni<NotificationPage> list(
            @RestQuery @DefaultValue(PageRequest.DEFAULT_LIMIT) int limit, @RestQuery @Nullable String cursor) {
        return notifications.list(caller.id(), PageRequest.of(limit, cursor)).map(NotificationPage::of);
    }

    @GET
    @Path("/unread")
    @Operation(
            operationId = "countUnreadNotifications",
            summary = "How much of it you have not read",
            description = "Counting stops at 100: that many, or more.")
    public Uni<Unread> unread() {
        return notifications.countUnread(caller.id(), MOST_COUNTED).map(Unread::new);
    }

    @POST
    @Path("/{id}/read")
    @Operation(operationId = "readNotification", summary = "You have read it")
    @APIResponse(responseCode = "204", description = "It is read, as it may have been before")
    @APIResponse(responseCode = "404", description = "You have no such notification")
    public Uni<Void> read(@RestPath UUID id) {
        return notifications.read(caller.id(), id);
    }

    @POST
    @Path("/read")
    @Operation(operationId = "readAllNotifications", summary = "You have read all of it")
    @APIResponse(responseCode = "204", description = "All that you had been told until now is read")
    public Uni<Void> readAll() {
        return notifications.readAll(caller.id());
    }
}
