package org.medianest.media.fulfilment.arr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.medianest.commons.concurrent.InTurn;
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
import org.medianest.media.system.Answer;
import org.medianest.media.system.Connection;
import org.medianest.media.system.Query;
import org.medianest.media.system.SystemKind;

/** Series, by the ids of TheTVDB. */
@ApplicationScoped
class Sonarr implements FulfilmentSystem {
    private static final String SERIES = "/series";
    private static final String NAME = SystemKind.SONARR.title();
    private static final String MONITORED = "monitored";

    private final Arr arr;
    private final FulfilmentConfig config;
    private final Clock clock;

    Sonarr(Arr arr, FulfilmentConfig config, Clock clock) {
        this.arr = arr;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public SystemKind kind() {
        return SystemKind.SONARR;
    }

    @Override
    public boolean gets(MediaType type) {
        return type == MediaType.SERIES;
    }

    @Override
    public Uni<Outcome> hand(Connection connection, Commission order, Ledger ledger) {
        Integer tvdbId = order.wanted().tvdbId();
        return tvdbId == null
                ? refused("Sonarr knows series by TheTVDB's ids, and TMDB does not say which one this is. "
                        + "An admin can add it to Sonarr by hand.")
                : arr.find(connection, SERIES, "tvdbId", tvdbId)
                        .chain(found -> found.map(series -> takeOver(connection, order, series, ledger))
                                .orElseGet(() -> lookUp(connection, order, tvdbId, ledger)));
    }

    @Override
    public Uni<String> takeBack(Connection connection, Commission order, Footprint ours) {
        Integer tvdbId = order.wanted().tvdbId();
        return tvdbId == null
                ? Uni.createFrom().item("Sonarr does not have it.")
                : new SeriesTakeBack(arr, connection, ours).of(tvdbId);
    }

    @Override
    public Uni<Map<UUID, Taken>> look(Connection connection, Collection<Commission> orders, Predicate<Commission> due) {
        return arr.queue(connection)
                .chain(queue ->
                        new ArrLook(NAME, config.looks(), queue, order -> ask(connection, order)).at(orders, due));
    }

    private Uni<Outcome> lookUp(Connection connection, Commission order, int tvdbId, Ledger ledger) {
        Optional<Place> place = Place.of(connection);
        return place.isEmpty()
                ? refused(Place.missing(connection))
                : arr.list(connection, SERIES + "/lookup", Query.of("term", "tvdb:" + tvdbId))
                        .chain(found -> found.stream()
                                .filter(series -> Said.number(kind(), series, "tvdbId") == tvdbId)
                                .findFirst()
                                .map(series ->
                                        add(connection, order, tvdbId, series(order, series, place.get()), ledger))
                                .orElseGet(() -> refused("Sonarr finds no series with TheTVDB's id " + tvdbId + ".")));
    }

    /** As Sonarr itself describes it, with what is wanted of it. */
    private static ObjectNode series(Commission order, JsonNode found, Place place) {
        ObjectNode series = found.deepCopy();
        series.remove("id");
        place.writeTo(series);
        series.put(MONITORED, true).put("seasonFolder", true).put("monitorNewItems", "none");
        want(series, order);
        // the episodes come after the series: it searches when they are there, which a command might be too early for
        series.putObject("addOptions").put("searchForMissingEpisodes", true);
        return series;
    }

    private Uni<Outcome> add(Connection connection, Commission order, int tvdbId, ObjectNode series, Ledger ledger) {
        return ledger.intend(Footprint.added(kind(), watched(series), clock.instant()))
                .chain(() -> arr.add(connection, SERIES, series))
                .chain(answer -> added(connection, order, tvdbId, answer, ledger));
    }

    private Uni<Outcome> added(Connection connection, Commission order, int tvdbId, Answer answer, Ledger ledger) {
        if (answer.isOk()) {
            JsonNode series = answer.json();
            return search(connection, series, SeriesStanding.wanted(series, order.seasons()))
                    .replaceWith(() -> taken(series, order));
        }
        Refusal refusal = Refusal.of(answer);
        return ledger.retract()
                .chain(() -> refusal.isThereAlready()
                        ? arr.find(connection, SERIES, "tvdbId", tvdbId)
                                .chain(found -> found.map(series -> takeOver(connection, order, series, ledger))
                                        .orElseGet(() -> refused(refusal.sentence())))
                        : refused(refusal.sentence()));
    }

    private static Uni<Outcome> refused(String reason) {
        return Uni.createFrom().item(new Refused(reason));
    }

    /** Seasons are added to what is watched and never taken away. Those that are new, or tried again, are searched for. */
    private Uni<Outcome> takeOver(Connection connection, Commission order, JsonNode there, Ledger ledger) {
        List<JsonNode> missing = SeriesStanding.wanted(there, order.seasons()).stream()
                .filter(season -> !SeriesStanding.isWhole(season))
                .toList();
        List<JsonNode> unwatched = missing.stream()
                .filter(season -> !Said.flag(kind(), season, MONITORED) || !Said.flag(kind(), there, MONITORED))
                .toList();
        List<JsonNode> sought = order.tries().again() ? missing : unwatched;
        if (unwatched.isEmpty()) {
            return search(connection, there, sought).replaceWith(() -> taken(there, order));
        }
        ObjectNode series = there.deepCopy();
        series.put(MONITORED, true);
        want(series, order);
        return ledger.intend(change(there, series))
                .chain(() -> arr.change(connection, SERIES, series))
                .chain(() -> search(connection, there, sought))
                .replaceWith(() -> taken(series, order));
    }

    /** What is watched now, and was not. */
    private Footprint change(JsonNode before, ObjectNode now) {
        Set<Integer> seasons = watched(now);
        seasons.removeAll(watched(before));
        return Footprint.watched(kind(), !Said.flag(kind(), before, MONITORED), seasons, clock.instant());
    }

    private static Set<Integer> watched(JsonNode series) {
        return StreamSupport.stream(series.path("seasons").spliterator(), false)
                .filter(season -> season.path(MONITORED).asBoolean())
                .map(season -> season.path("seasonNumber").asInt(-1))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** A season that Sonarr does not know yet is added; it learns of its episodes by itself. */
    private static void want(ObjectNode series, Commission order) {
        ArrayNode seasons = series.path("seasons") instanceof ArrayNode known ? known : series.putArray("seasons");
        boolean isNew = !series.has("id");
        for (JsonNode season : seasons) {
            if (season instanceof ObjectNode listed) {
                boolean wanted = SeriesStanding.wants(
                        order.seasons(), listed.path("seasonNumber").asInt());
                listed.put(MONITORED, wanted || !isNew && listed.path(MONITORED).asBoolean());
            }
        }
        order.seasons().stream()
                .filter(number -> StreamSupport.stream(seasons.spliterator(), false)
                        .noneMatch(season -> season.path("seasonNumber").asInt(-1) == number))
                .forEach(number ->
                        seasons.addObject().put("seasonNumber", number).put(MONITORED, true));
    }

    private Uni<Void> search(Connection connection, JsonNode series, List<JsonNode> seasons) {
        return InTurn.each(
                seasons,
                season -> arr.command(
                        connection,
                        Arr.JSON
                                .objectNode()
                                .put("name", "SeasonSearch")
                                .put("seriesId", Said.number(kind(), series, "id"))
                                .put("seasonNumber", Said.number(kind(), season, "seasonNumber"))));
    }

    private Uni<Taken> ask(Connection connection, Commission order) {
        Integer tvdbId = order.wanted().tvdbId();
        Uni<Optional<JsonNode>> series = tvdbId == null
                ? Uni.createFrom().item(Optional.empty())
                : arr.find(connection, SERIES, "tvdbId", tvdbId);
        return series.map(found -> found.map(there -> taken(there, order))
                .orElseGet(() -> new Taken(
                        null,
                        new Stage.NeedsAttention(
                                NAME + " does not have it any more. A new try hands it over again."))));
    }

    private Taken taken(JsonNode series, Commission order) {
        LocalDate today = LocalDate.now(clock);
        Stage stage = SeriesStanding.of(
                series, order.seasons(), today, order.wanted().notBefore(today).orElse(null));
        return new Taken(Said.number(kind(), series, "id"), stage);
    }
}
