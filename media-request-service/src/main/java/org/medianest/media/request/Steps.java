package org.medianest.media.request;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.database.Transaction;
import org.medianest.media.fulfilment.Cancelled;
import org.medianest.media.fulfilment.Fulfilment;
import org.medianest.media.system.SystemKind;

/** The steps of a request that is locked, each with all that belongs to it. They fail when the request is not in a state for them. */
@ApplicationScoped
class Steps {
    private final RequestStore store;
    private final HandoverStore handovers;
    private final FollowerStore followers;
    private final Fulfilment fulfilment;
    private final News news;
    private final Clock clock;

    Steps(
            RequestStore store,
            HandoverStore handovers,
            FollowerStore followers,
            Fulfilment fulfilment,
            News news,
            Clock clock) {
        this.store = store;
        this.handovers = handovers;
        this.followers = followers;
        this.fulfilment = fulfilment;
        this.news = news;
        this.clock = clock;
    }

    Uni<Void> asked(Transaction transaction, MediaRequest request, Viewer viewer) {
        return news.tell(transaction, request, TimelineKind.ASKED, request.note, viewer);
    }

    Uni<Void> approve(Transaction transaction, MediaRequest request, Viewer viewer, @Nullable String text) {
        if (request.state != RequestState.PENDING) {
            throw notPossible(request, "approved");
        }
        request.become(RequestState.APPROVED, null, now());
        request.decided(viewer);
        return handovers
                .add(transaction, request.id, request.updatedAt)
                .chain(() -> keep(transaction, request, TimelineKind.APPROVED, text, viewer));
    }

    Uni<Void> decline(Transaction transaction, MediaRequest request, Viewer viewer, String reason) {
        if (request.state != RequestState.PENDING) {
            throw notPossible(request, "declined");
        }
        request.become(RequestState.DECLINED, reason, now());
        request.decided(viewer);
        return keep(transaction, request, TimelineKind.DECLINED, reason, viewer);
    }

    Uni<Void> cancel(Transaction transaction, MediaRequest request, Viewer viewer) {
        if (!request.state.canBecome(RequestState.CANCELLED)) {
            throw notPossible(request, "cancelled");
        }
        boolean wasDecided = request.state != RequestState.PENDING;
        request.become(RequestState.CANCELLED, null, now());
        return (wasDecided
                        ? callOff(transaction, request, viewer)
                        : Uni.createFrom().item(Optional.<String>empty()))
                .chain(text -> keep(transaction, request, TimelineKind.CANCELLED, text.orElse(null), viewer));
    }

    /** Those who get it are told; what there is to say of that. */
    private Uni<Optional<String>> callOff(Transaction transaction, MediaRequest request, Viewer viewer) {
        Cancelled order = new Cancelled(
                request.id, request.requester, request.titleId, request.title, Set.copyOf(request.seasonNumbers()));
        return handovers
                .remove(transaction, request.id)
                .chain(() -> isStillWanted(transaction, request, viewer))
                .chain(wanted -> fulfilment
                        .cancel(transaction, order, wanted)
                        .map(changed -> changed && wanted
                                ? Optional.of("It is still being got: somebody else follows it.")
                                : Optional.<String>empty()));
    }

    /** Who cancels their own wish decides for nobody else; whoever decides on everybody's does. */
    private Uni<Boolean> isStillWanted(Transaction transaction, MediaRequest request, Viewer viewer) {
        return request.requester.equals(viewer.id())
                ? followers
                        .of(transaction, request.titleId)
                        .map(people -> people.stream().anyMatch(person -> !person.equals(request.requester)))
                : Uni.createFrom().item(false);
    }

    /** What was changed for it is as it was, or stays: the text says which. */
    Uni<Void> takenBack(Transaction transaction, MediaRequest request, String text) {
        return news.tellRequester(transaction, request, TimelineKind.TAKEN_BACK, text, now());
    }

    Uni<Void> tryAgain(Transaction transaction, MediaRequest request, Viewer viewer) {
        if (!request.canBeTriedAgain()) {
            throw notPossible(request, "tried again");
        }
        request.become(RequestState.APPROVED, null, now());
        return handovers
                .add(transaction, request.id, request.updatedAt)
                .chain(() -> keep(transaction, request, TimelineKind.TRIED_AGAIN, null, viewer));
    }

    /** All of it is in Plex. */
    Uni<Void> arrive(Transaction transaction, MediaRequest request) {
        request.become(RequestState.AVAILABLE, null, now());
        return letGo(transaction, request).chain(() -> keep(transaction, request, TimelineKind.AVAILABLE, null, null));
    }

    /** Some more of it is in Plex. */
    Uni<Void> arriveInPart(Transaction transaction, MediaRequest request, String text) {
        if (request.state != RequestState.PARTIALLY_AVAILABLE) {
            request.become(RequestState.PARTIALLY_AVAILABLE, null, now());
        }
        request.updatedAt = now();
        return keep(transaction, request, TimelineKind.PARTIALLY_AVAILABLE, text, null);
    }

    /** Those who get it will not. */
    Uni<Void> refused(Transaction transaction, MediaRequest request, String reason) {
        request.become(RequestState.DECLINED, reason, now());
        return letGo(transaction, request).chain(() -> keep(transaction, request, TimelineKind.DECLINED, reason, null));
    }

    Uni<Void> fail(Transaction transaction, MediaRequest request, String reason) {
        request.become(RequestState.FAILED, reason, now());
        return letGo(transaction, request).chain(() -> keep(transaction, request, TimelineKind.FAILED, reason, null));
    }

    /** Approved, and nobody has it. */
    Uni<Void> hold(Transaction transaction, MediaRequest request, @Nullable String reason) {
        if (request.state == RequestState.PROCESSING) {
            request.become(RequestState.APPROVED, reason, now());
        }
        request.reason = reason;
        request.updatedAt = now();
        return keep(transaction, request, TimelineKind.HELD, reason, null);
    }

    /** Somebody has it now. How far it is there is said next. */
    Uni<Void> sent(Transaction transaction, MediaRequest request, SystemKind to) {
        request.updatedAt = now();
        return news.note(transaction, request, TimelineKind.SENT, "Sent to " + to.title() + ".");
    }

    /**
     * It is so far on its way, which is news. The request says the rest already. While more of what is partly there comes, people hear of
     * what arrives, and of what is stuck.
     */
    Uni<Void> reach(Transaction transaction, MediaRequest request, TimelineKind kind, @Nullable String text) {
        request.updatedAt = now();
        return request.state == RequestState.PARTIALLY_AVAILABLE && kind != TimelineKind.NEEDS_ATTENTION
                ? store.update(transaction, request).chain(() -> news.note(transaction, request, kind, text))
                : keep(transaction, request, kind, text, null);
    }

    private Uni<Void> letGo(Transaction transaction, MediaRequest request) {
        return handovers.remove(transaction, request.id).chain(() -> fulfilment.letGo(transaction, request.id));
    }

    private Uni<Void> keep(
            Transaction transaction,
            MediaRequest request,
            TimelineKind kind,
            @Nullable String text,
            @Nullable Viewer actor) {
        return store.update(transaction, request).chain(() -> news.tell(transaction, request, kind, text, actor));
    }

    private static RuntimeException notPossible(MediaRequest request, String step) {
        String why = request.reason == null || request.state.isOpen() ? "" : ": " + request.reason;
        return RequestProblem.STEP_NOT_POSSIBLE.because(
                Words.sentence("It " + request.state.inWords() + why) + " It cannot be " + step + " now.");
    }

    /** As precise as Postgres keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
