package org.medianest.media.request;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.paging.Page;

/** A page of requests, in the order that was asked for. */
public record RequestPage(
        List<RequestView> items,
        @Schema(nullable = true) @Nullable String nextCursor) {
    public RequestPage {
        items = List.copyOf(items);
    }

    static RequestPage of(Page<RequestView> page) {
        return new RequestPage(page.items(), page.nextCursor());
    }
}
