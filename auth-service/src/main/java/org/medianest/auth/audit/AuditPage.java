package org.medianest.auth.audit;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.paging.Page;

/** A page of the audit log, newest first. */
@Schema(requiredProperties = {"items", "nextCursor"})
public record AuditPage(
        List<AuditEntry> items,
        @Schema(nullable = true) @Nullable String nextCursor) {
    public AuditPage {
        items = List.copyOf(items);
    }

    static AuditPage of(Page<AuditEntry> page) {
        return new AuditPage(page.items(), page.nextCursor());
    }
}
