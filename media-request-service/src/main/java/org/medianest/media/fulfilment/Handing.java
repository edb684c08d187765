package org.medianest.media.fulfilment;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.integration.Integrations;
import org.medianest.media.system.Connection;
import org.medianest.media.system.SystemDown;
import org.medianest.media.system.SystemKind;

/** Gives orders that are written down to whoever is connected. */
@ApplicationScoped
class Handing {
    private static final Logger LOG = Logger.getLogger(Handing.class);

    private final List<FulfilmentSystem> systems;
    private final Integrations integrations;
    private final CommissionStore commissions;
    private final FootprintStore footprints;
    private final Pace pace;
    private final Clock clock;

    Handing(
            @All List<FulfilmentSystem> systems,
            Integrations integrations,
            CommissionStore commissions,
            FootprintStore footprints,
            Pace pace,
            Clock clock) {
        // Seerr comes first: who has it wants requests to be there
        this.systems = systems.stream()
                .sorted(Comparator.comparing(FulfilmentSystem::kind))
                .toList();
        this.integrations = integrations;
        this.commissions = commissions;
        this.footprints = footprints;
        this.pace = pace;
        this.clock = clock;
    }

    /** A system that gets things, and how it is reached. */
    record Connected(FulfilmentSystem system, Connection connection) {}

    Uni<Optional<Connected>> connected(SystemKind kind) {
        return firstOf(systems.stream().filter(system -> system.kind() == kind).toList());
    }

    Uni<Boolean> isAnyConnected() {
        return firstOf(systems).map(Optional::isPresent);
    }

    Uni<Handed> hand(Commission order) {
        return firstOf(systems.stream()
                        .filter(system -> system.gets(order.title().type()))
                        .toList())
                .chain(chosen -> chosen.map(one -> handTo(one, order)).orElseGet(() -> nobody(order)));
    }

    private Uni<Optional<Connected>> firstOf(List<FulfilmentSystem> candidates) {
        if (candidates.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        FulfilmentSystem first = candidates.getFirst();
        return integrations
                .connection(first.kind())
                .chain(connection -> connection.isPresent()
                        ? Uni.createFrom().item(connection.map(way -> new Connected(first, way)))
                        : firstOf(candidates.subList(1, candidates.size())));
    }

    private Uni<Handed> handTo(Connected chosen, Commission order) {
        SystemKind kind = chosen.system().kind();
        return footprints
                .isRunning(order.title())
                .chain(running -> running
                        ? putOff(kind, order, kind.title() + " just takes back an earlier request for it.")
                        : giveTo(chosen, order))
                .onFailure(SystemDown.class)
                .recoverWithUni(down -> putOff(kind, order, ((SystemDown) down).reason()))
                .onFailure(Ledger.OrderEnded.class)
                .recoverWithItem(() -> new Handed(null, new Stage.Approved(), "It was cancelled."));
    }

    private Uni<Handed> giveTo(Connected chosen, Commission order) {
        SystemKind kind = chosen.system().kind();
        return chosen.system()
                .hand(
                        chosen.connection(),
                        isKnownTo(kind, order) ? order : order.forAnother(),
                        new OrderLedger(footprints, order.requestId()))
                .chain(outcome -> keep(kind, order, outcome));
    }

    /** Also one that it was just being given when this process ended: what was changed for it is written down. */
    private static boolean isKnownTo(SystemKind kind, Commission order) {
        SystemKind holder = order.holder().system();
        Footprint ours = order.ours();
        return holder == kind || holder == null && ours != null && ours.system() == kind;
    }

    private Uni<Handed> keep(SystemKind kind, Commission order, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Taken taken -> {
                LOG.infof("handed over request=%s system=%s id=%s", order.requestId(), kind, taken.externalId());
                yield commissions
                        .took(order.requestId(), kind, taken.externalId())
                        .replaceWith(() -> new Handed(kind, taken.stage(), null));
            }
            case Outcome.Refused refused -> {
                LOG.warnf("refused request=%s system=%s: %s", order.requestId(), kind, refused.reason());
                Stage stage = new Stage.NeedsAttention(refused.reason());
                yield commissions
                        .waits(order.requestId(), kind, stage, pace.afterRefusal(clock.instant()), 0)
                        .replaceWith(() -> new Handed(kind, stage, null));
            }
        };
    }

    private Uni<Handed> putOff(SystemKind kind, Commission order, String reason) {
        return tryLater(order, kind).replaceWith(() -> new Handed(kind, new Stage.Approved(), reason));
    }

    /** It waits for its next try, longer each time. */
    Uni<Void> tryLater(Commission order) {
        return tryLater(order, order.holder().system());
    }

    /** It stays as it was last seen: nothing is known of a system that is away. */
    private Uni<Void> tryLater(Commission order, @Nullable SystemKind kind) {
        int failures = order.tries().failures() + 1;
        Instant next = clock.instant().plus(pace.pauseAfter(failures));
        return commissions.waits(order.requestId(), kind, order.stage(), next, failures);
    }

    private Uni<Handed> nobody(Commission order) {
        Stage stage = new Stage.Approved();
        String missing = order.title().type() == MediaType.MOVIE ? "Radarr" : "Sonarr";
        return commissions
                .waits(order.requestId(), null, stage, pace.afterRefusal(clock.instant()), 0)
                .replaceWith(() -> new Handed(
                        null, stage, "Neither Seerr nor " + missing + " is connected. It is handed over once one is."));
    }
}
