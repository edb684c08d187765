package org.medianest.gateway.status;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.medianest.gateway.watch.Tally;
import org.medianest.gateway.watch.WatchKind;
import org.medianest.gateway.watch.WatchState;

/** How everything is, as {@code GET /api/v1/status} says it. */
@RegisterForReflection(registerFullHierarchy = true)
public record StatusView(List<Item> items, List<Source> sources, Instant updatedAt) {
    /** One thing that is watched. */
    public record Item(
            String id,
            String name,
            WatchKind kind,
            WatchState state,
            @Nullable Instant since,
            @Nullable String message,
            @Nullable Integer responseMs,
            Uptime uptime,
            List<Day> days,
            @Nullable String group) {}

    /** Between 0 and 1; null when nobody knows. */
    public record Uptime(
            @Nullable Double day,
            @Nullable Double week,
            @Nullable Double month) {}

    /** One bar. */
    public record Day(
            LocalDate date, Tally.Verdict state, @Nullable Double uptime) {}

    /** Where some of it is learned from. */
    public record Source(
            String name, String state, @Nullable String message) {}
}
