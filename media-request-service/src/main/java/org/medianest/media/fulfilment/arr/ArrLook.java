package org.medianest.media.fulfilment.arr;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.medianest.media.fulfilment.Commission;
import org.medianest.media.fulfilment.Outcome.Taken;
import org.medianest.media.fulfilment.Stage;

/**
 * One look at many orders. The queue tells of all that is in it, at the price of its pages. The others are asked about one by one: those
 * that have just left the queue and those that are due, a few in a round. The list of all titles would be one question too, but its answer
 * has some ten kilobytes a title.
 */
final class ArrLook {
    private static final int AT_ONCE = 4;

    private final String system;
    private final int most;
    private final Map<Integer, List<QueueRecord>> queue;
    private final Function<Commission, Uni<Taken>> ask;

    /**
     * @param system its name for people
     * @param most so many questions about single orders
     */
    ArrLook(String system, int most, Map<Integer, List<QueueRecord>> queue, Function<Commission, Uni<Taken>> ask) {
        this.system = system;
        this.most = most;
        this.queue = queue;
        this.ask = ask;
    }

    Uni<Map<UUID, Taken>> at(Collection<Commission> orders, Predicate<Commission> due) {
        Map<UUID, Taken> seen = new HashMap<>();
        for (Commission order : orders) {
            standing(order)
                    .ifPresent(stage ->
                            seen.put(order.requestId(), new Taken(order.holder().externalId(), stage)));
        }
        List<Commission> alone = orders.stream()
                .filter(order -> !seen.containsKey(order.requestId()))
                .filter(order -> due.test(order) || order.stage() instanceof Stage.Downloading)
                .sorted(Comparator.comparing(order -> order.tries().nextAt()))
                .limit(most)
                .toList();
        return Multi.createFrom()
                .iterable(alone)
                .onItem()
                .transformToUni(order ->
                        ask.apply(order).invoke(taken -> seen.put(order.requestId(), fresh(order, taken))))
                .merge(AT_ONCE)
                .collect()
                .last()
                .replaceWith(seen);
    }

    /** What was just learned of its id may find it in the queue. */
    private Taken fresh(Commission order, Taken taken) {
        return taken.stage() instanceof Stage.Searching
                ? new Taken(
                        taken.externalId(),
                        standing(taken.externalId(), order.seasons()).orElse(taken.stage()))
                : taken;
    }

    private Optional<Stage> standing(Commission order) {
        return standing(order.holder().externalId(), order.seasons());
    }

    private Optional<Stage> standing(@Nullable Integer owner, Set<Integer> seasons) {
        if (owner == null) {
            return Optional.empty();
        }
        List<QueueRecord> lines = queue.getOrDefault(owner, List.of()).stream()
                .filter(line -> seasons.isEmpty() || line.season() == null || seasons.contains(line.season()))
                .toList();
        return QueueStanding.of(system, lines);
    }
}
