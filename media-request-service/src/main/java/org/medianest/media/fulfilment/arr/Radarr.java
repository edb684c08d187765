package org.medianest.media.fulfilment.arr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.fulfilment.Commission;
import org.medianest.media.fulfilment.Footprint;
import org.medianest.media.fulfilment.FulfilmentConfig;
import org.medianest.media.fulfilment.FulfilmentSystem;
import org.medianest.media.fulfilment.Ledger;
import org.medianest.media.fulfilment.Outcome;
import org.medianest.media.fulfilment.Outcome.Refused;
import org.medianest.media.fulfilment.Outcome.Taken;
import org.medianest.media.fulfilment.Said;
import org.medianest.media.fulfilment.Stage;
import org.medianest.media.fulfilment.Wanted;
import org.medianest.media.system.Answer;
import org.medianest.media.system.Connection;
import org.medianest.media.system.SystemKind;

/** Films. */
@ApplicationScoped
class Radarr implements FulfilmentSystem {
    private static final String MOVIES = "/movie";
    private static final String NAME = SystemKind.RADARR.title();

    private final Arr arr;
    private final FulfilmentConfig config;
    private final Clock clock;

    Radarr(Arr arr, FulfilmentConfig config, Clock clock) {
        this.arr = arr;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public SystemKind kind() {
        return SystemKind.RADARR;
    }

    @Override
    public boolean gets(MediaType type) {
        return type == MediaType.MOVIE;
    }

    @Override
    public Uni<Outcome> hand(Connection connection, Commission order, Ledger ledger) {
        return arr.find(connection, MOVIES, "tmdbId", order.title().tmdbId())
                .chain(found -> found.map(movie -> takeOver(connection, order, movie, ledger))
                        .orElseGet(() -> add(connection, order, ledger)));
    }

    @Override
    public Uni<String> takeBack(Connection connection, Commission order, Footprint ours) {
        return new MovieTakeBack(arr, connection, ours).of(order.title().tmdbId());
    }

    @Override
    public Uni<Map<UUID, Taken>> look(Connection connection, Collection<Commission> orders, Predicate<Commission> due) {
        return arr.queue(connection)
                .chain(queue ->
                        new ArrLook(NAME, config.looks(), queue, order -> ask(connection, order)).at(orders, due));
    }

    private Uni<Outcome> add(Connection connection, Commission order, Ledger ledger) {
        return Place.of(connection)
                .map(place -> ledger.intend(Footprint.added(kind(), Set.of(), clock.instant()))
                        .chain(() -> arr.add(connection, MOVIES, movie(order.wanted(), place)))
                        .chain(answer -> added(connection, order, answer, ledger)))
                .orElseGet(() -> Uni.createFrom().item(new Refused(Place.missing(connection))));
    }

    private static ObjectNode movie(Wanted wanted, Place place) {
        ObjectNode movie = Arr.JSON.objectNode();
        movie.put("title", wanted.name())
                .put("tmdbId", wanted.title().tmdbId())
                .put("year", wanted.year() == null ? 0 : wanted.year())
                .put("monitored", true)
                .put("minimumAvailability", "released");
        place.writeTo(movie);
        movie.putObject("addOptions").put("monitor", "movieOnly").put("searchForMovie", true);
        return movie;
    }

    private Uni<Outcome> added(Connection connection, Commission order, Answer answer, Ledger ledger) {
        if (answer.isOk()) {
            return Uni.createFrom().item(taken(answer.json()));
        }
        Refusal refusal = Refusal.of(answer);
        Outcome refused = new Refused(refusal.sentence());
        return ledger.retract()
                .chain(() -> refusal.isThereAlready()
                        ? arr.find(connection, MOVIES, "tmdbId", order.title().tmdbId())
                                .chain(found -> found.map(movie -> takeOver(connection, order, movie, ledger))
                                        .orElseGet(() -> Uni.createFrom().item(refused)))
                        : Uni.createFrom().item(refused));
    }

    /** What nobody watches is watched from now on; another try of what is watched searches for it. */
    private Uni<Outcome> takeOver(Connection connection, Commission order, JsonNode movie, Ledger ledger) {
        Outcome taken = taken(movie);
        if (Said.flag(kind(), movie, "hasFile")) {
            return Uni.createFrom().item(taken);
        }
        if (!Said.flag(kind(), movie, "monitored")) {
            ObjectNode watched = movie.deepCopy();
            watched.put("monitored", true);
            return ledger.intend(Footprint.watched(kind(), true, Set.of(), clock.instant()))
                    .chain(() -> arr.change(connection, MOVIES, watched))
                    .chain(() -> search(connection, movie))
                    .replaceWith(() -> taken(watched));
        }
        return order.tries().again()
                ? search(connection, movie).replaceWith(taken)
                : Uni.createFrom().item(taken);
    }

    private Uni<Void> search(Connection connection, JsonNode movie) {
        ObjectNode command = Arr.JSON.objectNode().put("name", "MoviesSearch");
        command.putArray("movieIds").add(Said.number(kind(), movie, "id"));
        return arr.command(connection, command);
    }

    private Uni<Taken> ask(Connection connection, Commission order) {
        return arr.find(connection, MOVIES, "tmdbId", order.title().tmdbId())
                .map(found -> found.map(this::taken)
                        .orElseGet(() -> new Taken(
                                null,
                                new Stage.NeedsAttention(
                                        NAME + " does not have it any more. A new try hands it over again."))));
    }

    private Taken taken(JsonNode movie) {
        return new Taken(Said.number(kind(), movie, "id"), MovieStanding.of(movie, LocalDate.now(clock)));
    }
}
