package org.medianest.media.fulfilment.seerr;

import static org.medianest.media.fulfilment.seerr.SeerrStanding.number;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.concurrent.InTurn;
import org.medianest.media.fulfilment.Commission;
import org.medianest.media.fulfilment.Outcome.Taken;
import org.medianest.media.fulfilment.Stage;
import org.medianest.media.system.Connection;
import org.medianest.media.system.SystemDown;

/**
 * One look at many orders. Two lists tell of all requests that are not fulfilled yet; the others have ended, or have a part of a series
 * to show that the lists do not, and are asked about one by one.
 */
final class SeerrLook {
    private static final int PARTLY = 4;

    private final SeerrApi seerr;
    private final Connection connection;
    private final int most;
    private final LocalDate today;
    private final SeerrRequests requests;
    private final Map<UUID, Taken> seen = new HashMap<>();

    SeerrLook(SeerrApi seerr, Connection connection, int most, LocalDate today, SeerrRequests requests) {
        this.seerr = seerr;
        this.connection = connection;
        this.most = most;
        this.today = today;
        this.requests = requests;
    }

    /** Pending ones are approved on the way: whoever began with that did not finish it. */
    Uni<Map<UUID, Taken>> at(Collection<Commission> orders, Predicate<Commission> due) {
        List<Commission> alone = orders.stream()
                .filter(order -> !isTold(order, due.test(order)))
                .filter(order -> due.test(order) || order.stage() instanceof Stage.Downloading)
                .sorted(Comparator.comparing(order -> order.tries().nextAt()))
                .limit(most)
                .toList();
        return InTurn.each(alone, this::ask).chain(() -> approvePending(orders)).replaceWith(seen);
    }

    private boolean isTold(Commission order, boolean isDue) {
        List<JsonNode> own = requests.of(order.title(), order.seasons());
        if (own.isEmpty()) {
            return false;
        }
        Stage stage = SeerrStanding.of(own, order.seasons(), notBefore(order));
        seen.put(order.requestId(), new Taken(number(own.getLast(), "id"), stage));
        boolean hasMoreToShow = stage instanceof Stage.Searching
                && !order.seasons().isEmpty()
                && own.getFirst().path("media").path("status").asInt() == PARTLY;
        return !(isDue && hasMoreToShow);
    }

    private Uni<Commission> ask(Commission order) {
        Taken told = seen.get(order.requestId());
        Integer id = told == null ? order.holder().externalId() : told.externalId();
        Uni<Taken> answer = id == null
                ? Uni.createFrom().item(() -> gone(null))
                : seerr.request(connection, id)
                        .map(found ->
                                found.map(request -> standing(order, request)).orElseGet(() -> gone(id)));
        return answer.invoke(taken -> seen.put(order.requestId(), taken)).replaceWith(order);
    }

    private Taken standing(Commission order, JsonNode request) {
        return new Taken(number(request, "id"), SeerrStanding.of(List.of(request), order.seasons(), notBefore(order)));
    }

    private static Taken gone(@Nullable Integer id) {
        return new Taken(
                id, new Stage.NeedsAttention("Seerr does not have the request any more. A new try asks for it again."));
    }

    private Uni<Void> approvePending(Collection<Commission> orders) {
        List<JsonNode> pending = orders.stream()
                .flatMap(order -> requests.of(order.title(), order.seasons()).stream())
                .filter(request -> number(request, "status") == SeerrStanding.PENDING)
                .distinct()
                .toList();
        return InTurn.each(pending, this::approve);
    }

    /** Should it not be possible, what is known of the others stays known; the next look tries again. */
    private Uni<?> approve(JsonNode request) {
        return seerr.decide(connection, number(request, "id"), "approve")
                .replaceWithVoid()
                .onFailure(SystemDown.class)
                .recoverWithNull();
    }

    private @Nullable LocalDate notBefore(Commission order) {
        return order.wanted().notBefore(today).orElse(null);
    }
}
