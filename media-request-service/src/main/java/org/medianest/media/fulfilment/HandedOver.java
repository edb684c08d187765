package org.medianest.media.fulfilment;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.medianest.commons.database.Transaction;
import org.medianest.media.system.SystemDown;
import org.medianest.media.system.SystemKind;

/** The port, over the orders that are written down. */
@ApplicationScoped
class HandedOver implements Fulfilment {
    private final CommissionStore commissions;
    private final FootprintStore footprints;
    private final Handing handing;
    private final Pace pace;
    private final Clock clock;

    HandedOver(CommissionStore commissions, FootprintStore footprints, Handing handing, Pace pace, Clock clock) {
        this.commissions = commissions;
        this.footprints = footprints;
        this.handing = handing;
        this.pace = pace;
        this.clock = clock;
    }

    @Override
    public Uni<Boolean> isConfigured() {
        return handing.isAnyConnected();
    }

    @Override
    public Uni<Handed> hand(Order order) {
        // should this process end now, the round hands it over after the pause
        return commissions
                .keep(Commission.of(order, clock.instant().plus(pace.longestHanding())))
                .chain(handing::hand);
    }

    @Override
    public Uni<Map<UUID, Stage>> stages(Collection<Order> orders) {
        List<UUID> ids = orders.stream().map(Order::requestId).toList();
        return commissions.byIds(ids).chain(this::read).map(known -> {
            Map<UUID, Stage> stages = new HashMap<>(known.stages());
            ids.stream().filter(id -> !known.ids().contains(id)).forEach(id -> stages.put(id, new Stage.Approved()));
            return stages;
        });
    }

    @Override
    public Uni<Void> letGo(Transaction transaction, UUID requestId) {
        return commissions.end(transaction, requestId);
    }

    @Override
    public Uni<Boolean> cancel(Transaction transaction, Cancelled order, boolean isStillWanted) {
        return footprints.cancel(transaction, order, isStillWanted);
    }

    private record Known(Collection<UUID> ids, Map<UUID, Stage> stages) {}

    private Uni<Known> read(List<Commission> rows) {
        Map<UUID, Stage> stages = new HashMap<>();
        rows.stream().filter(row -> !row.isTaken()).forEach(row -> stages.put(row.requestId(), untaken(row)));
        Map<SystemKind, List<Commission>> taken = rows.stream()
                .filter(Commission::isTaken)
                .collect(Collectors.groupingBy(
                        row -> Objects.requireNonNull(row.holder().system())));
        return Multi.createFrom()
                .iterable(taken.entrySet())
                .onItem()
                .transformToUniAndConcatenate(group -> look(group.getKey(), group.getValue()))
                .onItem()
                .invoke(stages::putAll)
                .collect()
                .last()
                .replaceWith(
                        () -> new Known(rows.stream().map(Commission::requestId).toList(), stages));
    }

    private static Stage untaken(Commission row) {
        return row.stage() instanceof Stage.NeedsAttention refused ? refused : new Stage.Approved();
    }

    private Uni<Map<UUID, Stage>> look(SystemKind kind, List<Commission> rows) {
        return handing.connected(kind)
                .chain(found -> found.map(one -> one.system().look(one.connection(), rows, row -> true))
                        .orElseGet(() -> Uni.createFrom().item(Map.of())))
                .map(seen -> seen.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().stage())))
                .onFailure(SystemDown.class)
                .recoverWithItem(Map.of());
    }
}
