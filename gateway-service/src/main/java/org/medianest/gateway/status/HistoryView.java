package org.medianest.gateway.status;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.medianest.gateway.watch.Board;
import org.medianest.gateway.watch.Tally;
import org.medianest.gateway.watch.WatchState;

/** How one thing was, as {@code GET /api/v1/status/{id}/history} says it. */
@RegisterForReflection(registerFullHierarchy = true)
public record HistoryView(List<Point> points, List<Change> changes) {
    /** From this moment on until the next point. */
    public record Point(
            Instant at,
            Tally.Verdict state,
            @Nullable Integer responseMs,
            @Nullable Double uptime) {}

    /** When it became what, the latest first. */
    public record Change(
            Instant at, WatchState state, @Nullable String message) {}

    static HistoryView of(Board.History history) {
        return new HistoryView(
                history.points().stream()
                        .map(it -> new Point(
                                it.at(),
                                it.tally().verdict(),
                                it.tally().meanResponseMs(),
                                it.tally().uptime()))
                        .toList(),
                history.changes().stream()
                        .map(it -> new Change(it.at(), it.state(), it.message()))
                        .toList());
    }
}
