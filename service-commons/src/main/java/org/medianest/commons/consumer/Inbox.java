package org.medianest.commons.consumer;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.medianest.commons.database.Database;
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

    private static final String NOTE =
            "insert into processed_event (event_id, type) values ($1, $2) on conflict do nothing";

    private static final String COUNT_FAILURE = """
            insert into event_attempt (event_id, attempts) values ($1, 1)
            on conflict (event_id) do update set attempts = event_attempt.attempts + 1, failed_at = now()
            returning attempts
            """;

    private static final String FORGET_FAILURES = "delete from event_attempt where event_id = $1";

    private static final String FORGET = """
            delete from processed_event where event_id in (
                select event_id from processed_event
                where processed_at < now() - $1 * interval '1 second' order by processed_at limit 1000)
            """;

    private final Map<String, EventHandler<?>> handlers;
    private final Database database;
    private final Leadership leadership;

    Inbox(@Any Instance<EventHandler<?>> handlers, Database database, Leadership leadership) {
        this.database = database;
        this.leadership = leadership;
        this.handlers =
                handlers.stream().collect(Collectors.toUnmodifiableMap(h -> EventCatalogue.typeOf(h.event()), h -> h));
    }

    /** Whether the type is one that this version knows. */
    static boolean knows(EventEnvelope envelope) {
        return EventCatalogue.classOf(envelope.type()) != null;
    }

    /** Applies them one after the other in one transaction, all or none. An event that nobody here handles is simply done. */
    Uni<Void> apply(Term term, List<EventEnvelope> envelopes) {
        List<EventEnvelope> handled = envelopes.stream()
                .filter(envelope -> handlers.containsKey(envelope.type()))
                .toList();
        return handled.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.inTransaction(transaction -> leadership
                        .require(transaction, term)
                        .chain(() -> Multi.createFrom()
                                .iterable(handled)
                                .onItem()
                                .transformToUniAndConcatenate(envelope ->
                                        applyOnce(transaction, envelope).replaceWith(true))
                                .collect()
                                .last())
                        .replaceWithVoid());
    }

    /** How often it has failed, this time included. */
    Uni<Integer> countFailure(EventEnvelope envelope) {
        return database.first(row -> row.getInteger("attempts"), COUNT_FAILURE, envelope.id())
                .map(Optional::orElseThrow);
    }

    Uni<Void> forgetFailures(EventEnvelope envelope) {
        return database.change(FORGET_FAILURES, envelope.id()).replaceWithVoid();
    }

    /** Forgets what was applied so long ago that it cannot come again, some at a time. */
    Uni<Integer> forget(Duration age) {
        return database.change(FORGET, (double) age.toSeconds());
    }

    private Uni<Void> applyOnce(Transaction transaction, EventEnvelope envelope) {
        return transaction
                .change(NOTE, envelope.id(), envelope.type())
                .chain(inserted -> inserted == 1
                        ? handle(transaction, envelope)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> handle(Transaction transaction, EventEnvelope envelope) {
        CurrentTrace.begin(envelope.traceparent());
        LOG.infof("%s of %s, traceId=%s", envelope.type(), envelope.subject(), TraceId.of(envelope.traceparent()));
        EventHandler<?> handler = handlers.get(envelope.type());
        return handler == null ? Uni.createFrom().voidItem() : handle(transaction, envelope, handler);
    }

    private static <E extends DomainEvent> Uni<Void> handle(
            Transaction transaction, EventEnvelope envelope, EventHandler<E> handler) {
        return handler.on(EventCodec.payload(envelope, handler.event()), transaction);
    }
}
