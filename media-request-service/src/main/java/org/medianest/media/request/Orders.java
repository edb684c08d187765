package org.medianest.media.request;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.leader.Leadership;
import org.medianest.commons.leader.Term;
import org.medianest.media.catalogue.Catalogue;
import org.medianest.media.catalogue.TitleFacts;
import org.medianest.media.fulfilment.Fulfilment;
import org.medianest.media.fulfilment.Handed;
import org.medianest.media.fulfilment.Order;

/** Hands over what is due, one after the other, and notes what came of it. */
@ApplicationScoped
class Orders {
    private static final Logger LOG = Logger.getLogger(Orders.class);
    private static final int BATCH = 20;

    /** A title is asked for at TMDB, and a system at home may be slow to add it. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Doubling stops here: the pause is at its longest long before. */
    private static final int MOST_DOUBLINGS = 16;

    private final RequestConfig config;
    private final Leadership leadership;
    private final Database database;
    private final RequestStore store;
    private final HandoverStore handovers;
    private final Catalogue catalogue;
    private final Fulfilment fulfilment;
    private final Stages stages;
    private final Steps steps;

    Orders(
            RequestConfig config,
            Leadership leadership,
            Database database,
            RequestStore store,
            HandoverStore handovers,
            Catalogue catalogue,
            Fulfilment fulfilment,
            Stages stages,
            Steps steps) {
        this.config = config;
        this.leadership = leadership;
        this.database = database;
        this.store = store;
        this.handovers = handovers;
        this.catalogue = catalogue;
        this.fulfilment = fulfilment;
        this.stages = stages;
        this.steps = steps;
    }

    /** Whether there may be more. Blocks. */
    boolean handDue(Term term) {
        List<HandoverStore.Due> due = handovers.due(steps.now(), BATCH).await().atMost(PATIENCE);
        for (HandoverStore.Due next : due) {
            hand(term, next).await().atMost(PATIENCE);
        }
        return due.size() == BATCH;
    }

    private Uni<Void> hand(Term term, HandoverStore.Due due) {
        return leadership
                .require(term)
                .chain(() -> store.find(database, due.request()))
                .chain(found -> found.filter(request -> request.state.isUnderWay())
                        .map(request -> hand(term, due, request))
                        .orElseGet(() -> drop(due.request())));
    }

    private Uni<Void> hand(Term term, HandoverStore.Due due, MediaRequest request) {
        return catalogue
                .title(request.titleId)
                .chain(facts -> facts.isPresent() ? hand(term, request, facts.get()) : vanished(term, request.id))
                .onFailure(failure -> !(failure instanceof Term.Over))
                .recoverWithUni(failure -> later(term, due, failure));
    }

    /** A crash after the handing and before the note hands it over again, which changes nothing. */
    private Uni<Void> hand(Term term, MediaRequest request, TitleFacts facts) {
        Order order = new Order(request.id, request.requester, facts, Set.copyOf(request.seasonNumbers()));
        return fulfilment.hand(order).chain(handed -> locked(term, request.id, handed, this::taken));
    }

    private Uni<Void> taken(Transaction transaction, MediaRequest request, Handed handed) {
        return handovers.remove(transaction, request.id).chain(() -> stages.handed(transaction, request, handed));
    }

    private Uni<Void> vanished(Term term, UUID id) {
        return locked(
                term,
                id,
                "TMDB does not know this title any more.",
                (transaction, request, reason) -> steps.fail(transaction, request, reason));
    }

    private Uni<Void> later(Term term, HandoverStore.Due due, Throwable failure) {
        LOG.warnf(
                "request not handed over, tried again later id=%s attempts=%d: %s",
                due.request(), due.attempts(), failure);
        return locked(
                term,
                due.request(),
                Reasons.of(failure),
                (transaction, request, reason) -> handovers
                        .later(transaction, request.id, steps.now().plus(pause(due.attempts())))
                        .chain(() -> reason.equals(request.reason)
                                ? Uni.createFrom().voidItem()
                                : steps.hold(transaction, request, reason)));
    }

    /** What came of it meanwhile counts: one that was cancelled stays so. */
    private <T> Uni<Void> locked(Term term, UUID id, T what, Note<T> note) {
        return database.inTransaction(transaction -> leadership
                .require(transaction, term)
                .chain(() -> store.lock(transaction, id))
                .map(found -> found.filter(request -> request.state.isUnderWay()))
                .chain((Optional<MediaRequest> request) -> request.isPresent()
                        ? note.write(transaction, request.get(), what)
                        : handovers.remove(transaction, id)));
    }

    private Uni<Void> drop(UUID id) {
        return database.inTransaction(transaction -> handovers.remove(transaction, id));
    }

    private Duration pause(int attempts) {
        Duration pause = config.handover().firstRetry().multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
        Duration longest = config.handover().longestRetry();
        return pause.compareTo(longest) < 0 ? pause : longest;
    }

    private interface Note<T> {
        Uni<Void> write(Transaction transaction, MediaRequest request, T what);
    }
}
