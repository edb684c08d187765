package org.medianest.media.request;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.DomainEvent;
import org.medianest.commons.event.MediaEvent.FollowedTitleChanged;
import org.medianest.commons.event.MediaEvent.RequestApproved;
import org.medianest.commons.event.MediaEvent.RequestAvailable;
import org.medianest.commons.event.MediaEvent.RequestCancelled;
import org.medianest.commons.event.MediaEvent.RequestCreated;
import org.medianest.commons.event.MediaEvent.RequestDeclined;
import org.medianest.commons.event.MediaEvent.RequestFailed;
import org.medianest.commons.event.MediaEvent.RequestStageChanged;
import org.medianest.commons.outbox.Events;

/** Writes down what happened to a request, and tells everybody who waits for it: once each, and only if it is kept. */
@ApplicationScoped
class News {
    private final TimelineStore timeline;
    private final FollowerStore followers;
    private final Events events;

    News(TimelineStore timeline, FollowerStore followers, Events events) {
        this.timeline = timeline;
        this.followers = followers;
        this.events = events;
    }

    /**
     * Within the transaction of the change.
     *
     * @param request as it is after the change
     * @param text what the timeline says of it, for people
     * @param actor who did it; null when it happened by itself
     */
    Uni<Void> tell(
            Transaction transaction,
            MediaRequest request,
            TimelineKind kind,
            @Nullable String text,
            @Nullable Viewer actor) {
        return timeline.add(transaction, request.id, request.updatedAt, kind, text, actor)
                .chain(() -> followers.of(transaction, request.titleId))
                .chain(people -> events.publish(transaction, all(request, kind, people)));
    }

    /** For who asked for it only: those who follow the title have no part in it. */
    Uni<Void> tellRequester(Transaction transaction, MediaRequest request, TimelineKind kind, String text, Instant at) {
        return timeline.add(transaction, request.id, at, kind, text, null)
                .chain(() -> events.publish(transaction, event(request, kind)));
    }

    /** The timeline only. */
    Uni<Void> note(Transaction transaction, MediaRequest request, TimelineKind kind, @Nullable String text) {
        return timeline.add(transaction, request.id, request.updatedAt, kind, text, null);
    }

    /** Who asked for it hears of it as such, also when they follow it too. */
    private static List<DomainEvent> all(MediaRequest request, TimelineKind kind, List<UUID> followers) {
        List<DomainEvent> all = new ArrayList<>();
        all.add(event(request, kind));
        followers.stream()
                .filter(person -> !person.equals(request.requester))
                .map(person -> followed(request, person))
                .forEach(all::add);
        return all;
    }

    private static DomainEvent event(MediaRequest request, TimelineKind kind) {
        UUID id = request.id;
        UUID owner = request.requester;
        String type = request.titleId.type().name();
        int tmdbId = request.titleId.tmdbId();
        String title = request.title;
        return switch (kind) {
            case ASKED -> new RequestCreated(id, owner, type, tmdbId, title);
            case APPROVED -> new RequestApproved(id, owner, type, tmdbId, title);
            case DECLINED -> new RequestDeclined(id, owner, type, tmdbId, title, String.valueOf(request.reason));
            case CANCELLED -> new RequestCancelled(id, owner, type, tmdbId, title);
            case FAILED -> new RequestFailed(id, owner, type, tmdbId, title, String.valueOf(request.reason));
            case AVAILABLE -> new RequestAvailable(id, owner, type, tmdbId, title);
            case TAKEN_BACK,
                    TRIED_AGAIN,
                    HELD,
                    SENT,
                    WAITING_FOR_RELEASE,
                    SEARCHING,
                    DOWNLOADING,
                    NEEDS_ATTENTION,
                    IMPORTED,
                    PARTIALLY_AVAILABLE ->
                new RequestStageChanged(
                        id, owner, type, tmdbId, title, request.titleState().name(), request.reason);
        };
    }

    private static FollowedTitleChanged followed(MediaRequest request, UUID person) {
        return new FollowedTitleChanged(
                person,
                request.id,
                request.titleId.type().name(),
                request.titleId.tmdbId(),
                request.title,
                request.titleState().name(),
                request.reason);
    }
}
