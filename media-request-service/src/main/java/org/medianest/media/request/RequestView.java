package org.medianest.media.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.medianest.media.catalogue.MediaType;

/**
 * A request as somebody sees it.
 *
 * @param seasons of a series; empty for films
 * @param note of who asked for it, for those who decide
 * @param followers how many wait for it beside who asked for it
 * @param joined who looks waits for it because somebody else asked
 * @param reason why it stands where it stands, when there is something to say
 * @param timeline oldest first; only when a single request is looked at
 * @param actions what who looks may do with it now
 */
public record RequestView(
        UUID id,
        MediaType type,
        int tmdbId,
        String title,
        @Schema(nullable = true) @Nullable Integer year,
        @Schema(nullable = true) @Nullable String posterUrl,
        @Schema(nullable = true) @Nullable String backdropUrl,
        RequestState state,
        Standing standing,
        List<Integer> seasons,
        @Schema(nullable = true) @Nullable String note,
        PersonView requestedBy,
        int followers,
        boolean joined,
        @Schema(nullable = true) @Nullable String reason,
        @Schema(nullable = true) @Nullable PersonView decidedBy,
        Instant createdAt,
        Instant updatedAt,
        @Schema(nullable = true) @Nullable List<TimelineEntry> timeline,
        List<RequestAction> actions) {
    public RequestView {
        seasons = List.copyOf(seasons);
        timeline = timeline == null ? null : List.copyOf(timeline);
        actions = List.copyOf(actions);
    }

    static RequestView of(SeenRequest seen, Viewer viewer, Presence presence, @Nullable List<TimelineEntry> timeline) {
        MediaRequest request = seen.request();
        boolean mine = seen.isOf(viewer);
        return new RequestView(
                request.id,
                request.titleId.type(),
                request.titleId.tmdbId(),
                request.title,
                request.year,
                Pictures.poster(request.posterPath),
                Pictures.backdrop(request.backdropPath),
                request.state,
                Standings.of(seen, viewer, presence),
                request.seasonNumbers(),
                // a note is for those who decide
                mine || viewer.seesAll() ? request.note : null,
                new PersonView(request.requester, seen.requesterCalled()),
                seen.followers(),
                !mine && seen.following(),
                request.reason,
                PersonView.of(request.decidedBy, seen.deciderCalled()),
                request.createdAt,
                request.updatedAt,
                timeline,
                RequestAction.of(seen, viewer));
    }
}
