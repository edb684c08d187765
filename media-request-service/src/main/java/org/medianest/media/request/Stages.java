package org.medianest.media.request;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;
import org.medianest.media.fulfilment.FulfilmentListener;
import org.medianest.media.fulfilment.Handed;
import org.medianest.media.fulfilment.Stage;
import org.medianest.media.system.SystemKind;

/**
 * What those who get it say of a request. It is said at least once, late and out of order: what is said again changes nothing, and what has
 * ended stays so.
 */
@ApplicationScoped
class Stages implements FulfilmentListener {
    private final Database database;
    private final RequestStore store;
    private final Steps steps;
    private final ProgressFeed feed;

    Stages(Database database, RequestStore store, Steps steps, ProgressFeed feed) {
        this.database = database;
        this.store = store;
        this.steps = steps;
        this.feed = feed;
    }

    /** A stage as a request keeps it. */
    private record Point(
            TitleState state,
            TimelineKind kind,
            @Nullable String reason,
            @Nullable LocalDate expected,
            @Nullable Double percent,
            @Nullable Long etaSeconds) {
        static Point of(TitleState state, TimelineKind kind) {
            return new Point(state, kind, null, null, null, null);
        }
    }

    @Override
    public Uni<Void> reached(UUID requestId, Stage stage) {
        return database.inTransaction(transaction -> store.lock(transaction, requestId)
                .chain(found -> found.map(request -> reached(transaction, request, stage))
                        .orElseGet(() -> Uni.createFrom().voidItem())));
    }

    @Override
    public Uni<Void> takenBack(Transaction transaction, UUID requestId, String said) {
        return store.lock(transaction, requestId)
                .chain(found -> found.map(request -> steps.takenBack(transaction, request, said))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** It was handed over: to somebody who has it now, or will. */
    Uni<Void> handed(Transaction transaction, MediaRequest request, Handed handed) {
        if (handed.stage() instanceof Stage.Approved) {
            return hold(transaction, request, handed.waitingFor());
        }
        SystemKind by = handed.by();
        return (by == null ? Uni.createFrom().voidItem() : steps.sent(transaction, request, by))
                .chain(() -> reached(transaction, request, handed.stage()));
    }

    private Uni<Void> reached(Transaction transaction, MediaRequest request, Stage stage) {
        if (!request.state.isUnderWay() && request.state != RequestState.FAILED) {
            return Uni.createFrom().voidItem();
        }
        return switch (stage) {
            case Stage.Approved nobody ->
                hold(transaction, request, request.state == RequestState.APPROVED ? request.reason : null);
            case Stage.WaitingForRelease waiting ->
                at(
                        transaction,
                        request,
                        new Point(
                                TitleState.WAITING_FOR_RELEASE,
                                TimelineKind.WAITING_FOR_RELEASE,
                                null,
                                waiting.date(),
                                null,
                                null));
            case Stage.Searching searching ->
                at(transaction, request, Point.of(TitleState.SEARCHING, TimelineKind.SEARCHING));
            case Stage.Downloading downloading ->
                at(
                        transaction,
                        request,
                        new Point(
                                TitleState.DOWNLOADING,
                                TimelineKind.DOWNLOADING,
                                null,
                                null,
                                downloading.percent(),
                                downloading.etaSeconds()));
            case Stage.NeedsAttention stuck ->
                at(
                        transaction,
                        request,
                        new Point(
                                TitleState.NEEDS_ATTENTION,
                                TimelineKind.NEEDS_ATTENTION,
                                stuck.reason(),
                                null,
                                null,
                                null));
            case Stage.Imported imported ->
                at(transaction, request, Point.of(TitleState.IMPORTED_NOT_IN_PLEX, TimelineKind.IMPORTED));
            case Stage.Declined declined -> declined(transaction, request, declined.reason());
        };
    }

    private Uni<Void> hold(Transaction transaction, MediaRequest request, @Nullable String reason) {
        boolean heldSo = request.state != RequestState.PROCESSING && Objects.equals(request.reason, reason);
        return heldSo || request.state == RequestState.FAILED
                ? Uni.createFrom().voidItem()
                : steps.hold(transaction, request, reason);
    }

    private Uni<Void> declined(Transaction transaction, MediaRequest request, String reason) {
        return request.state.canBecome(RequestState.DECLINED)
                ? steps.refused(transaction, request, reason)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> at(Transaction transaction, MediaRequest request, Point point) {
        boolean isNews = point.state() != request.stage
                || !Objects.equals(point.reason(), request.reason)
                || !Objects.equals(point.expected(), request.expected);
        if (request.state == RequestState.APPROVED || request.state == RequestState.FAILED) {
            request.become(RequestState.PROCESSING, null, steps.now());
        }
        request.at(point.state());
        request.reason = point.reason();
        request.expected = point.expected();
        request.percent = point.percent();
        request.etaSeconds = point.etaSeconds();
        transaction.afterCommit(() -> feed.tell(request));
        return isNews
                ? steps.reach(transaction, request, point.kind(), text(point))
                : store.update(transaction, request);
    }

    private static @Nullable String text(Point point) {
        return point.expected() == null ? point.reason() : "It comes out on " + Words.day(point.expected()) + ".";
    }
}
