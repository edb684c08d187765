package org.medianest.commons.consumer;

import io.quarkus.arc.All;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.medianest.commons.concurrent.InTurn;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Sql;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.DomainEvent;
import org.medianest.commons.event.EventCatalogue;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventEnvelope;
import org.medianest.commons.leader.Leadership;
import org.medianest.commons.leader.Term;
import org.medianest.commons.problem.TraceId;
import org.medianest.commons.trace.CurrentTrace;

/** Applies events, each at most once: its effect and the note that it happened are one transaction. */
@ApplicationScoped
class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);

    /** Those that come back are new; of two with one id, one does. */
    private static final String NOTE = """
            insert into processed_event (event_id, type) select * from unnest($1::uuid[], $2::text[])
            on conflict do nothing returning event_id
            """;

    private static final String COUNT_FAILURE = """
            insert into event_attempt (event_id, attempts) values ($1, 1)
            on conflict (event_id) do update set attempts = event_attempt.attempts + 1, failed_at = now()
            returning attempts
            """;

    private static final String FORGET_FAILURES = "delete from event_attempt where event_id = any($1)";

    private static final String FORGET = """
            delete from processed_event where event_id in (
                select event_id from processed_event
                where processed_at < now() - $1 * interval '1 second' limit $2)
            """;

    private final Map<String, EventHandler<?>> handlers;
    private final Database database;
    private final Leadership leadership;

    /** The list of handlers is made when the service is built. */
    Inbox(@All List<EventHandler<?>> handlers, Database database, Leadership leadership) {
        this.database = database;
        this.leadership = leadership;
        this.handlers =
                handlers.stream().collect(Collectors.toUnmodifiableMap(h -> EventCatalogue.typeOf(h.event()), h -> h));
    }

    /**
     * Applies them in one transaction, all or none, and says how many of them had been applied before. An event that nobody here handles
     * is simply done.
     */
    Uni<Integer> apply(Term term, List<EventEnvelope> envelopes) {
        List<EventEnvelope> handled = envelopes.stream()
                .filter(envelope -> handlers.containsKey(envelope.type()))
                .toList();
        return handled.isEmpty()
                ? Uni.createFrom().item(0)
                : database.inTransaction(transaction -> Uni.combine()
                        .all()
                        .unis(
                                leadership.require(transaction, term),
                                forgetFailures(transaction, handled),
                                note(transaction, handled))
                        .with((held, forgotten, fresh) -> fresh)
                        .chain(fresh -> handleAll(transaction, fresh).replaceWith(handled.size() - fresh.size())));
    }

    /**
     * How often it has failed, this time included. A former leader counts nothing: its successor may have applied the event meanwhile,
     * and would never forget the failure again.
     */
    Uni<Integer> countFailure(Term term, EventEnvelope envelope) {
        return database.inTransaction(transaction -> leadership
                .require(transaction, term)
                .chain(() -> transaction.first(row -> row.getInteger("attempts"), COUNT_FAILURE, envelope.id()))
                .map(Optional::orElseThrow));
    }

    /** They have succeeded, or are given up. */
    Uni<Void> forgetFailures(List<EventEnvelope> envelopes) {
        return forgetFailures(database, envelopes);
    }

    private static Uni<Void> forgetFailures(Sql sql, List<EventEnvelope> envelopes) {
        return sql.change(
                        FORGET_FAILURES,
                        envelopes.stream().map(EventEnvelope::id).toList())
                .replaceWithVoid();
    }

    /** Forgets what was applied so long ago that it cannot come again. */
    Uni<Void> forget(Duration age) {
        return database.changeInPortions(FORGET, (double) age.toSeconds());
    }

    /** Notes them as applied, and leaves those that had not been, each once and in their order. */
    private static Uni<List<EventEnvelope>> note(Transaction transaction, List<EventEnvelope> envelopes) {
        return transaction
                .list(
                        row -> row.getUUID("event_id"),
                        NOTE,
                        envelopes.stream().map(EventEnvelope::id).toList(),
                        envelopes.stream().map(EventEnvelope::type).toList())
                .map(HashSet::new)
                .map(fresh -> envelopes.stream()
                        .filter(envelope -> fresh.remove(envelope.id()))
                        .toList());
    }

    /** Subjects side by side, so that no statement waits for the answer to one of another subject; one subject's events in their order. */
    private Uni<Void> handleAll(Transaction transaction, List<EventEnvelope> envelopes) {
        List<Uni<Void>> lanes = envelopes.stream()
                .collect(Collectors.groupingBy(EventEnvelope::subject, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(events -> handleInOrder(transaction, events))
                .toList();
        return lanes.isEmpty()
                ? Uni.createFrom().voidItem()
                // all must have ended, also badly, before the transaction may end
                : Uni.join()
                        .all(lanes)
                        .andCollectFailures()
                        .onFailure(CompositeException.class)
                        .transform(all -> ((CompositeException) all).getCauses().getFirst())
                        .replaceWithVoid();
    }

    /** In a context of its own, because each event belongs to another trace. */
    private Uni<Void> handleInOrder(Transaction transaction, List<EventEnvelope> envelopes) {
        Context own =
                Objects.requireNonNull(VertxContext.createNewDuplicatedContext(), "handlers run on an event loop");
        return handleEach(transaction, envelopes).runSubscriptionOn(task -> own.runOnContext(here -> task.run()));
    }

    private Uni<Void> handleEach(Transaction transaction, List<EventEnvelope> envelopes) {
        return envelopes.size() == 1
                ? Uni.createFrom().deferred(() -> handle(transaction, envelopes.getFirst()))
                : InTurn.each(envelopes, envelope -> handle(transaction, envelope));
    }

    private Uni<Void> handle(Transaction transaction, EventEnvelope envelope) {
        CurrentTrace.begin(envelope.traceparent());
        LOG.infof(
                "heard %s of %s, traceId=%s", envelope.type(), envelope.subject(), TraceId.of(envelope.traceparent()));
        EventHandler<?> handler = handlers.get(envelope.type());
        return handler == null ? Uni.createFrom().voidItem() : handle(transaction, envelope, handler);
    }

    private static <E extends DomainEvent> Uni<Void> handle(
            Transaction transaction, EventEnvelope envelope, EventHandler<E> handler) {
        return handler.on(EventCodec.payload(envelope, handler.event()), transaction);
    }
}
