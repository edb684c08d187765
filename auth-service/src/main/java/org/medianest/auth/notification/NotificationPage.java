package org.medianest.auth.notification;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.paging.Page;

/** A page of somebody's inbox, newest first. */
@Schema(requiredProperties = {"items", "nextCursor"})
public record NotificationPage(
        List<Notification> items,
        @Schema(nullable = true) @Nullable String nextCursor) {
    public NotificationPage {
        items = List.copyOf(items);
    }

    static NotificationPage of(Page<Notification> page) {
        return new NotificationPage(page.items(), page.nextCursor());
    }
}
