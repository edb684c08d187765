package org.medianest.media.fulfilment.seerr;

import static org.medianest.media.fulfilment.seerr.SeerrStanding.number;
import static org.medianest.media.fulfilment.seerr.SeerrStanding.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.fulfilment.Commission;
import org.medianest.media.fulfilment.Footprint;
import org.medianest.media.fulfilment.FulfilmentConfig;
import org.medianest.media.fulfilment.FulfilmentSystem;
import org.medianest.media.fulfilment.Ledger;
import org.medianest.media.fulfilment.Outcome;
import org.medianest.media.fulfilment.Outcome.Refused;
import org.medianest.media.fulfilment.Outcome.Taken;
import org.medianest.media.fulfilment.Stage;
import org.medianest.media.fulfilment.Wanted;
import org.medianest.media.system.Answer;
import org.medianest.media.system.Connection;
import org.medianest.media.system.KeyRefused;
import org.medianest.media.system.SystemDown;
import org.medianest.media.system.SystemKind;

/**
 * Seerr or Overseerr. A request is made in the name of who asked for it and approved by the account of the key, because the decision was
 * made here already.
 */
@ApplicationScoped
class Seerr implements FulfilmentSystem {
    private static final int CREATED = 201;
    private static final int NOTHING_TO_DO = 202;
    private static final int CONFLICT = 409;

    private final SeerrApi seerr;
    private final SeerrPeople people;
    private final FulfilmentConfig config;
    private final Clock clock;

    Seerr(SeerrApi seerr, SeerrPeople people, FulfilmentConfig config, Clock clock) {
        this.seerr = seerr;
        this.people = people;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public SystemKind kind() {
        return SystemKind.SEERR;
    }

    @Override
    public boolean gets(MediaType type) {
        return true;
    }

    @Override
    public Uni<Outcome> hand(Connection connection, Commission order, Ledger ledger) {
        Integer id = order.holder().externalId();
        return id == null
                ? ask(connection, order, ledger)
                : seerr.request(connection, id)
                        .chain(found -> found.filter(SeerrRequests::isAlive)
                                .map(request -> proceed(connection, order, request))
                                .orElseGet(() -> ask(connection, order, ledger)));
    }

    /** Only a request that was made for the order; one that was taken over is somebody else's. */
    @Override
    public Uni<String> takeBack(Connection connection, Commission order, Footprint ours) {
        return people.accountOf(connection, order.requesterId())
                .chain(user -> new RequestTakeBack(seerr, connection, order, ours).take(user));
    }

    @Override
    public Uni<Map<UUID, Taken>> look(Connection connection, Collection<Commission> orders, Predicate<Commission> due) {
        return seerr.requests(connection, "unavailable")
                .chain(open -> seerr.requests(connection, "failed").map(failed -> new SeerrRequests(open, failed)))
                .chain(requests -> new SeerrLook(seerr, connection, config.looks(), LocalDate.now(clock), requests)
                        .at(orders, due));
    }

    private Uni<Outcome> ask(Connection connection, Commission order, Ledger ledger) {
        Footprint made = Footprint.added(kind(), order.seasons(), clock.instant());
        return people.accountOf(connection, order.requesterId())
                .call(() -> ledger.intend(made))
                .chain(user -> seerr.ask(connection, body(order.wanted()), user))
                .call(answer -> answer.status() == CREATED
                        ? ledger.intend(made.known(number(answer.json(), "id")))
                        : ledger.retract())
                .chain(answer -> answered(connection, order, answer))
                .onFailure(KeyRefused.class)
                .recoverWithUni(refused -> ledger.retract().chain(() -> refused((KeyRefused) refused)));
    }

    private static ObjectNode body(Wanted wanted) {
        boolean isMovie = wanted.title().type() == MediaType.MOVIE;
        ObjectNode body = SeerrApi.JSON
                .objectNode()
                .put("mediaType", isMovie ? "movie" : "tv")
                .put("mediaId", wanted.title().tmdbId());
        if (!isMovie) {
            if (wanted.tvdbId() != null) {
                body.put("tvdbId", wanted.tvdbId());
            }
            if (wanted.seasons().isEmpty()) {
                body.put("seasons", "all");
            } else {
                wanted.seasons().stream().sorted().forEach(body.putArray("seasons")::add);
            }
        }
        return body;
    }

    /** 202 has the shape of an error and says that all of it was asked for before; 409 says so of a film. */
    private Uni<Outcome> answered(Connection connection, Commission order, Answer answer) {
        if (answer.status() == NOTHING_TO_DO || answer.status() == CONFLICT) {
            return takeOver(connection, order, message(answer));
        }
        return answer.isOk()
                ? proceed(connection, order, answer.json())
                : Uni.createFrom().item(new Refused("Seerr does not take it: " + message(answer)));
    }

    /** A person's quota and permissions are refused with the status of a bad key, in another shape. */
    private static Uni<Outcome> refused(KeyRefused refused) {
        return said(refused.answer())
                .<Uni<Outcome>>map(message -> Uni.createFrom().item(new Refused("Seerr does not take it: " + message)))
                .orElseGet(() -> Uni.createFrom().failure(refused));
    }

    private static String message(Answer answer) {
        return said(answer)
                .orElseThrow(() -> new SystemDown(SystemKind.SEERR, "Seerr refuses it and does not say why."));
    }

    private static Optional<String> said(Answer answer) {
        try {
            return Optional.of(answer.json().path("message"))
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::asText);
        } catch (SystemDown unintelligible) {
            return Optional.empty();
        }
    }

    private Uni<Outcome> takeOver(Connection connection, Commission order, String message) {
        return seerr.title(connection, order.title())
                .map(found -> found.map(title -> title.path("mediaInfo")))
                .chain(media -> media.isEmpty() || media.get().isMissingNode()
                        ? Uni.createFrom().item(new Refused("Seerr does not take it: " + message))
                        : takeOver(connection, order, media.get(), message));
    }

    private Uni<Outcome> takeOver(Connection connection, Commission order, JsonNode media, String message) {
        List<JsonNode> requests = stream(media.path("requests"))
                .filter(request -> SeerrRequests.isAbout(request, order.seasons()))
                .map(request -> SeerrRequests.withMedia(request, media))
                .toList();
        Optional<JsonNode> unfinished =
                requests.stream().filter(SeerrRequests::isUnfinished).findFirst();
        if (unfinished.isPresent()) {
            return proceed(connection, order, unfinished.get());
        }
        if (requests.isEmpty()) {
            return Uni.createFrom()
                    .item(
                            SeerrStanding.isAvailable(media, order.seasons())
                                    ? new Taken(null, new Stage.Imported())
                                    : new Refused("Seerr does not take it: " + message));
        }
        return Uni.createFrom()
                .item(new Taken(
                        number(requests.getFirst(), "id"),
                        SeerrStanding.of(requests, order.seasons(), notBefore(order))));
    }

    /** Approves what is not approved, has another try made of what failed. */
    private Uni<Outcome> proceed(Connection connection, Commission order, JsonNode request) {
        int id = number(request, "id");
        Uni<Stage> stage = switch (number(request, "status")) {
            case SeerrStanding.PENDING ->
                seerr.decide(connection, id, "approve").replaceWith(() -> approved(order));
            case SeerrStanding.FAILED -> seerr.decide(connection, id, "retry").replaceWith(() -> approved(order));
            default ->
                Uni.createFrom()
                        .item(() -> request.path("media").isObject()
                                ? SeerrStanding.of(List.of(request), order.seasons(), notBefore(order))
                                : approved(order));
        };
        return stage.map(at -> new Taken(id, at));
    }

    /** The answer to an approval comes before Seerr has told Radarr or Sonarr of it. */
    private Stage approved(Commission order) {
        return order.wanted()
                .notBefore(LocalDate.now(clock))
                .<Stage>map(Stage.WaitingForRelease::new)
                .orElseGet(Stage.Searching::new);
    }

    private @Nullable LocalDate notBefore(Commission order) {
        return order.wanted().notBefore(LocalDate.now(clock)).orElse(null);
    }
}
