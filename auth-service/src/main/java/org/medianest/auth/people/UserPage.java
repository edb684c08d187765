package org.medianest.auth.people;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.paging.Page;

/** A page of the people, newest first. */
@Schema(requiredProperties = {"items", "nextCursor"})
public record UserPage(
        List<User> items, @Schema(nullable = true) @Nullable String nextCursor) {
    public UserPage {
        items = List.copyOf(items);
    }

    static UserPage of(Page<User> page) {
        return new UserPage(page.items(), page.nextCursor());
    }
}
