package org.medianest.homelab.arr;

import java.time.Duration;

/** How long the steps take, by the homelab's clock. */
public record Pace(Duration search, Duration queued, Duration download, Duration imports) {
    public static final Pace DEFAULT =
            new Pace(Duration.ofSeconds(6), Duration.ofSeconds(3), Duration.ofSeconds(90), Duration.ofSeconds(6));

    Duration untilDownloaded() {
        return queued.plus(download);
    }

    Duration untilImported() {
        return untilDownloaded().plus(imports);
    }
}
