package org.medianest.media.fulfilment.seerr;

import static org.medianest.media.fulfilment.seerr.SeerrStanding.number;
import static org.medianest.media.fulfilment.seerr.SeerrStanding.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.medianest.media.fulfilment.Commission;
import org.medianest.media.fulfilment.Footprint;
import org.medianest.media.system.Connection;

/** Deletes the request that was made in Seerr for an order. What is fulfilled stays. */
final class RequestTakeBack {
    private final SeerrApi seerr;
    private final Connection connection;
    private final Commission order;
    private final Footprint ours;

    RequestTakeBack(SeerrApi seerr, Connection connection, Commission order, Footprint ours) {
        this.seerr = seerr;
        this.connection = connection;
        this.order = order;
        this.ours = ours;
    }

    /** What came of it, a sentence for people. */
    Uni<String> take(Optional<Integer> user) {
        Integer id = ours.request();
        Uni<Optional<JsonNode>> request = id == null ? unnamed(user) : seerr.request(connection, id);
        return request.chain(found -> found.map(this::delete)
                .orElseGet(() -> Uni.createFrom().item("Seerr does not have the request any more.")));
    }

    private Uni<String> delete(JsonNode request) {
        return number(request, "status") == SeerrStanding.COMPLETED
                ? Uni.createFrom().item("Seerr has got it already, so it stays there.")
                : seerr.delete(connection, number(request, "id"))
                        .replaceWith("The request was taken out of Seerr. What Seerr has passed on stays where it is.");
    }

    /** The answer with its number was lost: it is the one of this title, by the same account, for no more than was asked for, and not older. */
    private Uni<Optional<JsonNode>> unnamed(Optional<Integer> user) {
        return seerr.title(connection, order.title())
                .map(title -> title.stream()
                        .flatMap(found -> stream(found.path("mediaInfo").path("requests")))
                        .filter(request -> SeerrRequests.isAbout(request, order.seasons()))
                        .filter(request -> isWithin(seasons(request)))
                        .filter(this::isNotOlder)
                        .filter(request -> user.isEmpty()
                                || request.path("requestedBy").path("id").asInt() == user.get())
                        .findFirst());
    }

    private boolean isNotOlder(JsonNode request) {
        try {
            return !Instant.parse(request.path("createdAt").asText("")).isBefore(ours.since());
        } catch (DateTimeParseException unsaid) {
            return false;
        }
    }

    private boolean isWithin(List<Integer> seasons) {
        return order.seasons().isEmpty() || order.seasons().containsAll(seasons);
    }

    private static List<Integer> seasons(JsonNode request) {
        return stream(request.path("seasons"))
                .map(season -> season.path("seasonNumber").asInt(-1))
                .toList();
    }
}
