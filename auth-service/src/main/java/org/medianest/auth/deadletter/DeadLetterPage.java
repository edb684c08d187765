package org.medianest.auth.deadletter;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.deadletter.DeadLetter;
import org.medianest.commons.paging.Page;

/** A page of the dead letters of all streams, newest first. */
@Schema(requiredProperties = {"items", "nextCursor"})
public record DeadLetterPage(
        List<DeadLetterView> items,
        @Schema(nullable = true) @Nullable String nextCursor) {
    public DeadLetterPage {
        items = List.copyOf(items);
    }

    static DeadLetterPage of(Page<DeadLetter> page) {
        return new DeadLetterPage(page.map(DeadLetterView::of).items(), page.nextCursor());
    }
}
