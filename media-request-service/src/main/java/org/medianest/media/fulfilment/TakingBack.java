package org.medianest.media.fulfilment;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.medianest.commons.concurrent.InTurn;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.leader.Leadership;
import org.medianest.commons.leader.Term;
import org.medianest.media.fulfilment.FootprintStore.Sibling;
import org.medianest.media.system.SystemDown;
import org.medianest.media.system.SystemKind;

/**
 * Takes back at the systems what was done there for orders that were cancelled: only what we ourselves have done, and only what no other
 * order of the title needs. That becomes the other's, so that it is taken back with that one. It is tried until the system has done it;
 * trying again what was done changes nothing.
 *
 * <p>When the next try is due is the database's to say and to compare, and no moment of another clock is held against it: clocks differ,
 * and they are set.
 */
@ApplicationScoped
class TakingBack {
    private static final Logger LOG = Logger.getLogger(TakingBack.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Longer than what is done under it. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final FootprintStore footprints;
    private final Handing handing;
    private final List<FulfilmentListener> listeners;
    private final Pace pace;
    private final Leadership leadership;
    private final Database database;
    private final Settling settling = new Settling(System::nanoTime);

    TakingBack(
            FootprintStore footprints,
            Handing handing,
            @All List<FulfilmentListener> listeners,
            Pace pace,
            Leadership leadership,
            Database database) {
        this.footprints = footprints;
        this.handing = handing;
        this.listeners = listeners;
        this.pace = pace;
        this.leadership = leadership;
        this.database = database;
    }

    /** Blocks. */
    void round(Term term) {
        for (Commission order : await(footprints.due(longestPause()))) {
            try {
                await(share(term, order)).ifPresent(ours -> takeBack(term, order, ours));
            } catch (SystemDown away) {
                LOG.debugf("request=%s cannot be taken back now: %s", order.requestId(), away.reason());
                tryLater(order);
            } catch (Term.Over over) {
                throw over;
            } catch (RuntimeException broken) {
                LOG.errorf(broken, "request=%s cannot be taken back, it is tried again", order.requestId());
                tryLater(order);
            }
        }
    }

    private void tryLater(Commission order) {
        int failures = order.tries().failures() + 1;
        await(footprints.again(order.requestId(), pace.pauseAfter(failures), failures));
    }

    /** Nothing is ever put off for longer. */
    private Duration longestPause() {
        return LEASE.compareTo(pace.longestPause()) > 0 ? LEASE : pace.longestPause();
    }

    /** What is left for us to take back when others have what they need; nothing, and told so, when they need it all. */
    private Uni<Optional<Footprint>> share(Term term, Commission order) {
        return database.inTransaction(transaction -> leadership
                .require(transaction, term)
                .chain(() -> footprints.ofTitle(transaction, order.title()))
                .chain(siblings -> share(transaction, order, siblings)));
    }

    private Uni<Optional<Footprint>> share(Transaction transaction, Commission order, List<Sibling> siblings) {
        Footprint own = order.ours();
        if (own == null || siblings.stream().noneMatch(sibling -> sibling.isOf(order))) {
            return Uni.createFrom().item(Optional.empty());
        }
        List<Commission> left = orders(siblings, Sibling::isLeft);
        Footprint ours = own.and(left);
        List<Commission> wanting = wanting(ours, orders(siblings, Sibling::isOpen));
        Footprint rest = wanting.isEmpty() ? ours : ours.without(needed(wanting));
        Uni<Void> shared = InTurn.each(wanting, sibling -> give(transaction, sibling, ours))
                .chain(() -> InTurn.each(left, sibling -> footprints.done(transaction, sibling.requestId())));
        return rest.isEmpty()
                ? shared.chain(() -> end(
                                transaction,
                                order,
                                "It stays with " + own.system().title() + ": somebody else has asked for it."))
                        .replaceWith(Optional.empty())
                : shared.chain(() -> footprints.begin(transaction, order.requestId(), rest, LEASE))
                        .replaceWith(Optional.of(rest));
    }

    private static List<Commission> orders(List<Sibling> siblings, Predicate<Sibling> which) {
        return siblings.stream().filter(which).map(Sibling::order).toList();
    }

    /** Those who need something of it. A series is there for all of its seasons; at Seerr each order has a request of its own. */
    private static List<Commission> wanting(Footprint ours, List<Commission> open) {
        return open.stream()
                .filter(order -> mayNeed(order.holder(), ours))
                .filter(order -> ours.system() != SystemKind.SEERR
                        || order.seasons().isEmpty()
                        || order.seasons().stream().anyMatch(ours.seasons()::contains))
                .toList();
    }

    /** What nobody has yet may be given to that system. */
    private static boolean mayNeed(Holder holder, Footprint ours) {
        return holder.system() == null || holder.system() == ours.system();
    }

    /** Empty for all of it. */
    private static Set<Integer> needed(List<Commission> wanting) {
        return wanting.stream().anyMatch(order -> order.seasons().isEmpty())
                ? Set.of()
                : wanting.stream().flatMap(order -> order.seasons().stream()).collect(Collectors.toSet());
    }

    private Uni<Void> give(Transaction transaction, Commission order, Footprint ours) {
        return footprints.note(
                transaction, order.requestId(), ours.within(order.seasons()).and(order.ours()));
    }

    private void takeBack(Term term, Commission order, Footprint ours) {
        Optional<Handing.Connected> found = await(handing.connected(ours.system()));
        await(leadership.require(term));
        String said = found.isPresent()
                ? await(found.get().system().takeBack(found.get().connection(), order, ours))
                : ours.system().title() + " is not connected any more. What it was told stays there.";
        if (hasArrived(order, ours) || settling.isOver(order.requestId(), pace.longestHanding())) {
            await(database.inTransaction(
                    transaction -> leadership.require(transaction, term).chain(() -> end(transaction, order, said))));
        } else {
            await(footprints.again(
                    order.requestId(), pace.longestHanding(), order.tries().failures()));
        }
    }

    /** Until then the call that hands it over may still be on its way, and have its effect after this one. */
    private static boolean hasArrived(Commission order, Footprint ours) {
        return order.isTaken() && !ours.isOnItsWay();
    }

    private Uni<Void> end(Transaction transaction, Commission order, String said) {
        LOG.infof("taken back request=%s: %s", order.requestId(), said);
        settling.forget(order.requestId());
        return footprints
                .done(transaction, order.requestId())
                .chain(() ->
                        InTurn.each(listeners, listener -> listener.takenBack(transaction, order.requestId(), said)));
    }

    private static <T> T await(Uni<T> outcome) {
        return outcome.await().atMost(PATIENCE);
    }
}
