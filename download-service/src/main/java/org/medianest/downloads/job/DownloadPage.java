package org.medianest.downloads.job;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.paging.Page;

/** A page of somebody's downloads, newest first. */
public record DownloadPage(
        List<Download> items,
        @Schema(nullable = true) @Nullable String nextCursor) {
    public DownloadPage {
        items = List.copyOf(items);
    }

    static DownloadPage of(Page<Download> page) {
        return new DownloadPage(page.items(), page.nextCursor());
    }
}
