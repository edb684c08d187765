package org.medianest.media.request.testing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.medianest.commons.database.Transaction;
import org.medianest.media.catalogue.TitleId;
import org.medianest.media.fulfilment.Cancelled;
import org.medianest.media.fulfilment.Fulfilment;
import org.medianest.media.fulfilment.Handed;
import org.medianest.media.fulfilment.Order;
import org.medianest.media.fulfilment.Stage;
import org.medianest.media.system.SystemKind;

/** Gets what is handed to it, as tests tell it to. Unless told otherwise it takes everything and searches. */
@Alternative
@ApplicationScoped
public class Getter implements Fulfilment {
    private final List<Order> handed = new CopyOnWriteArrayList<>();
    private final Set<UUID> letGo = ConcurrentHashMap.newKeySet();
    private final Map<TitleId, Function<Order, Uni<Handed>>> answers = new ConcurrentHashMap<>();

    /** How a title's orders are answered from now on. */
    public void answer(TitleId title, Function<Order, Uni<Handed>> answer) {
        answers.put(title, answer);
    }

    /** The order is taken. */
    public static Handed taken() {
        return new Handed(SystemKind.RADARR, new Stage.Searching(), null);
    }

    /** All that was handed over of a title, as often as it was. */
    public List<Order> ordersOf(TitleId title) {
        return handed.stream().filter(order -> order.title().id().equals(title)).toList();
    }

    public boolean hasLetGo(UUID request) {
        return letGo.contains(request);
    }

    @Override
    public Uni<Boolean> isConfigured() {
        return Uni.createFrom().item(true);
    }

    @Override
    public Uni<Handed> hand(Order order) {
        handed.add(order);
        return answers.getOrDefault(order.title().id(), all -> Uni.createFrom().item(taken()))
                .apply(order);
    }

    @Override
    public Uni<Map<UUID, Stage>> stages(Collection<Order> orders) {
        return Uni.createFrom().item(Map.of());
    }

    @Override
    public Uni<Boolean> cancel(Transaction transaction, Cancelled order, boolean isStillWanted) {
        letGo.add(order.requestId());
        return Uni.createFrom().item(true);
    }

    @Override
    public Uni<Void> letGo(Transaction transaction, UUID requestId) {
        letGo.add(requestId);
        return Uni.createFrom().voidItem();
    }
}
