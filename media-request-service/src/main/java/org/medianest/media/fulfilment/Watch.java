package org.medianest.media.fulfilment;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.medianest.commons.drain.Farewell;
import org.medianest.commons.leader.Leadership;
import org.medianest.commons.leader.Term;
import org.medianest.media.fulfilment.CommissionStore.Sight;
import org.medianest.media.fulfilment.Outcome.Taken;
import org.medianest.media.integration.IntegrationsChanged;
import org.medianest.media.rounds.Rounds;
import org.medianest.media.system.SystemDown;
import org.medianest.media.system.SystemKind;

/**
 * Looks how the orders stand and tells the listeners, on one replica. An order that nobody has taken yet is offered again. When a system
 * does not answer, its orders stay as they were last seen.
 */
@ApplicationScoped
class Watch {
    private static final Logger LOG = Logger.getLogger(Watch.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OFFERS = 20;

    private final Handing handing;
    private final TakingBack takingBack;
    private final CommissionStore commissions;
    private final List<FulfilmentListener> listeners;
    private final Pace pace;
    private final Leadership leadership;
    private final Clock clock;
    private final Map<SystemKind, Integer> failures = new EnumMap<>(SystemKind.class);
    private final Rounds rounds;

    Watch(
            Handing handing,
            TakingBack takingBack,
            CommissionStore commissions,
            @All List<FulfilmentListener> listeners,
            Pace pace,
            FulfilmentConfig config,
            Leadership leadership,
            Clock clock) {
        this.handing = handing;
        this.takingBack = takingBack;
        this.commissions = commissions;
        this.listeners = listeners;
        this.pace = pace;
        this.leadership = leadership;
        this.clock = clock;
        this.rounds = new Rounds(leadership, "watch fulfilment", config.tick(), this::round);
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent event, Farewell farewell) {
        rounds.stop(farewell);
    }

    /** Something has happened at a system, or may have: its orders are looked at as soon as possible, whatever was planned. */
    Uni<Void> hint(SystemKind kind) {
        return commissions.hint(kind).invoke(rounds::wake);
    }

    /** What waits for somebody to be connected need not wait any longer. */
    void hear(@Observes IntegrationsChanged news) {
        commissions
                .offer()
                .subscribe()
                .with(
                        offered -> rounds.wake(),
                        failure -> LOG.debugf("orders are offered to %s later: %s", news.kind(), failure));
    }

    private void round(Term term) {
        takingBack.round(term);
        if (!await(commissions.isAnyDue())) {
            return;
        }
        await(leadership.require(term));
        Instant now = clock.instant();
        List<Commission> open = await(commissions.open());
        open.stream()
                .filter(order -> !order.isTaken() && order.isDue(now))
                .limit(OFFERS)
                .forEach(this::offer);
        open.stream()
                .filter(Commission::isTaken)
                .collect(Collectors.groupingBy(
                        order -> Objects.requireNonNull(order.holder().system())))
                .forEach((kind, orders) -> look(term, kind, orders));
    }

    private void offer(Commission order) {
        try {
            Handed handed = await(handing.hand(order));
            boolean isLost = handed.by() == null && !order.stage().equals(handed.stage());
            if (isLost || handed.stage() instanceof Stage.NeedsAttention) {
                tell(order.requestId(), handed.stage()); // what was taken is told by the first look
            }
        } catch (RuntimeException broken) {
            LOG.errorf(broken, "request=%s cannot be handed over, it is tried again", order.requestId());
            await(handing.tryLater(order));
        }
    }

    private void look(Term term, SystemKind kind, List<Commission> orders) {
        Instant now = clock.instant();
        if (orders.stream().noneMatch(order -> order.isDue(now))) {
            return;
        }
        Optional<Handing.Connected> found = await(handing.connected(kind));
        if (found.isEmpty()) {
            await(commissions.release(kind));
            return;
        }
        try {
            Handing.Connected one = found.get();
            Map<UUID, Taken> seen = await(one.system().look(one.connection(), orders, order -> order.isDue(now)));
            failures.remove(kind);
            await(leadership.require(term));
            await(commissions.saw(news(orders, seen, now)));
        } catch (Term.Over replaced) {
            throw replaced;
        } catch (RuntimeException unknown) {
            LOG.logf(level(unknown), "%s: nothing is known of %d orders: %s", kind, orders.size(), unknown);
            int failed = failures.merge(kind, 1, Integer::sum);
            await(commissions.postpone(kind, clock.instant().plus(pace.pauseAfter(failed))));
        }
    }

    /** That a system is away is seen elsewhere; everything else is for somebody to look at. */
    private static Logger.Level level(RuntimeException failure) {
        return failure instanceof SystemDown ? Logger.Level.DEBUG : Logger.Level.WARN;
    }

    private List<Sight> news(List<Commission> orders, Map<UUID, Taken> seen, Instant now) {
        List<Sight> sights = new ArrayList<>();
        for (Commission order : orders) {
            Taken taken = seen.getOrDefault(
                    order.requestId(), new Taken(order.holder().externalId(), order.stage()));
            boolean changed = !taken.stage().equals(order.stage());
            if ((changed || order.isDue(now)) && (!changed || tell(order.requestId(), taken.stage()))) {
                Instant next = pace.next(taken.stage(), order.holder().handedAt(), now);
                sights.add(new Sight(
                        order.requestId(),
                        taken.stage(),
                        taken.externalId(),
                        next,
                        order.tries().nextAt()));
            }
        }
        return sights;
    }

    /** Whether all have heard it; if not, it is not written down, and so told again. */
    private boolean tell(UUID requestId, Stage stage) {
        try {
            listeners.forEach(listener -> await(listener.reached(requestId, stage)));
            return true;
        } catch (RuntimeException deaf) {
            LOG.warnf("request=%s has reached %s, which could not be told: %s", requestId, stage, deaf);
            return false;
        }
    }

    private static <T> T await(Uni<T> outcome) {
        return outcome.await().atMost(PATIENCE);
    }
}
