package org.medianest.homelab.arr;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.medianest.homelab.catalogue.Catalogue;
import org.medianest.homelab.catalogue.Series;
import org.medianest.homelab.catalogue.TitleType;
import org.medianest.homelab.system.Keys;
import org.medianest.homelab.system.Reply;
import org.medianest.homelab.system.SystemName;
import org.medianest.homelab.world.World;
import org.medianest.homelab.world.WorldEvent;

/** Sonarr v3. */
public final class Sonarr extends Arr {
    private static final String API = "/api/v3";

    private final Catalogue catalogue;
    private final ShowJson json;
    private final Face face;
    private int lastEpisode;

    public Sonarr(World world) {
        this(world, new Settings(List.of("/tv")));
    }

    private Sonarr(World world, Settings settings) {
        super(SystemName.SONARR, Keys.SONARR, world, settings);
        this.catalogue = world.catalogue();
        this.json = new ShowJson(settings);
        this.face = new SonarrFace(settings, json);
    }

    @Override
    Face face() {
        return face;
    }

    /** Adds a series and searches for all of it, as its own page does. */
    public synchronized void add(int tvdbId) {
        keep(
                new JsonObject()
                        .put("tvdbId", tvdbId)
                        .put("title", "?")
                        .put("qualityProfileId", 4)
                        .put("rootFolderPath", "/tv")
                        .put(
                                "addOptions",
                                new JsonObject().put("monitor", "all").put("searchForMissingEpisodes", true)),
                clock().now());
    }

    @Override
    synchronized void forget() {
        lastEpisode = 0;
        super.forget();
    }

    @Override
    void mountOwn(Router router) {
        router.get(API + "/series").handler(locked(this::list));
        router.get(API + "/series/lookup").handler(locked(this::lookup));
        router.get(API + "/series/:id")
                .handler(locked((context, now) -> Reply.json(context, 200, json.whole(show(id(context)), now))));
        router.post(API + "/series")
                .handler(locked((context, now) -> Reply.json(context, 201, json.whole(keep(body(context), now), now))));
        router.put(API + "/series/:id").handler(locked(this::change));
        router.put(API + "/series").handler(locked(this::change));
        router.delete(API + "/series/:id").handler(locked(this::delete));
        router.get(API + "/languageprofile")
                .handler(locked((context, now) -> Reply.json(
                        context,
                        200,
                        new JsonArray().add(new JsonObject().put("id", 1).put("name", "Deprecated")))));
        new EpisodeApi(this, json).mount(router);
    }

    @Override
    boolean obey(String command, JsonObject body, Instant now) {
        switch (command) {
            case "SeriesSearch", "MissingEpisodeSearch" -> chosen(body).forEach(show -> search(show, now));
            case "SeasonSearch" -> {
                int season = Objects.requireNonNullElse(body.getInteger("seasonNumber"), -1);
                chosen(body).forEach(show -> engine().search(show, show.season(season), now));
            }
            case "EpisodeSearch" -> {
                Set<Integer> ids = new HashSet<>(Json.integers(body, "episodeIds"));
                shows().forEach(show -> engine().searchAnyhow(
                                show,
                                show.parts().stream()
                                        .filter(episode -> ids.contains(episode.id()))
                                        .toList(),
                                now));
            }
            case "RefreshSeries", "RescanSeries" -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    /** One series, or all if none is named. */
    private List<Show> chosen(JsonObject body) {
        Integer id = body.getInteger("seriesId");
        return shows().filter(show -> id == null || show.id() == id).toList();
    }

    private void search(Show show, Instant now) {
        engine().search(
                        show,
                        show.parts().stream()
                                .filter(episode -> show.isSeasonMonitored(episode.season()))
                                .toList(),
                        now);
    }

    Stream<Show> shows() {
        return engine().works().stream().map(Show.class::cast);
    }

    Show show(int id) {
        return (Show) engine().work(id).orElseThrow(() -> Refusal.notFound("Series", id));
    }

    private Stream<Series> series() {
        return catalogue.all(TitleType.SERIES).stream().map(Series.class::cast);
    }

    private void list(RoutingContext context, Instant now) {
        String tvdbId = context.request().getParam("tvdbId");
        Reply.json(
                context,
                200,
                Json.array(
                        shows().filter(show -> tvdbId == null || show.series().tvdbId() == Integer.parseInt(tvdbId))
                                .map(show -> json.whole(show, now))
                                .toList()));
    }

    private void lookup(RoutingContext context, Instant now) {
        String term = Objects.toString(context.request().getParam("term"), "");
        String id = term.substring(term.indexOf(':') + 1).strip();
        List<Series> found;
        if (term.startsWith("tvdb:") || term.startsWith("tvdbid:")) {
            found = catalogue.seriesByTvdb(Paging.number(id, 0)).stream().toList();
        } else if (term.startsWith("tmdb:")) {
            found = catalogue.series(Paging.number(id, 0)).stream().toList();
        } else {
            found = series().filter(one -> Names.clean(one.title()).contains(Names.clean(term)))
                    .toList();
        }
        JsonArray answer = new JsonArray();
        found.forEach(one -> answer.add(known(one, now)));
        Reply.json(context, 200, answer);
    }

    /** Those that it keeps already are shown as it keeps them. */
    private JsonObject known(Series series, Instant now) {
        return shows().filter(show -> show.tmdbId() == series.tmdbId())
                .findFirst()
                .map(show -> json.whole(show, now))
                .orElseGet(() -> json.lookup(series, now));
    }

    private Show keep(JsonObject body, Instant now) {
        int tvdbId = Objects.requireNonNullElse(body.getInteger("tvdbId"), 0);
        check(body, tvdbId);
        Series series = catalogue.seriesByTvdb(tvdbId).orElseThrow(() -> unknown(tvdbId));
        Show show = new Show(
                engine().nextWork(),
                lastEpisode + 1,
                series,
                now,
                Keeping.of(body, AddChecks.path(body, Names.folder(series.title(), series.year()))));
        lastEpisode += show.parts().size();
        options(show, body);
        JsonObject options = Objects.requireNonNullElseGet(body.getJsonObject("addOptions"), JsonObject::new);
        Monitoring.apply(show, body, options, now);
        findFiles(show, "/tv");
        engine().add(show);
        tellHeld(held(show));
        if (options.getBoolean("searchForMissingEpisodes", false)) {
            search(show, now);
        }
        return show;
    }

    private static WorldEvent.Held held(Show show) {
        Set<Integer> seasons = new HashSet<>(show.seasons());
        seasons.removeIf(number -> !show.isSeasonMonitored(number));
        return new WorldEvent.Held(SystemName.SONARR, show.series().key(), seasons);
    }

    private static void options(Show show, JsonObject body) {
        show.options(
                body.getString("seriesType", show.type()),
                body.getString("monitorNewItems", show.monitorNewItems()),
                body.getBoolean("seasonFolder", show.hasSeasonFolder()));
    }

    private void check(JsonObject body, int tvdbId) {
        AddChecks checks = new AddChecks(settings()).profile(body).place(body);
        if (AddChecks.text(body, "title").isBlank()) {
            checks.fails("Title", "'Title' must not be empty.", "", "NotEmptyValidator");
        }
        if (tvdbId <= 0) {
            checks.fails("TvdbId", "'Tvdb Id' must be greater than '0'.", tvdbId, "GreaterThanValidator");
        } else if (shows().anyMatch(show -> show.series().tvdbId() == tvdbId)) {
            checks.fails("TvdbId", "This series has already been added", tvdbId, "SeriesExistsValidator");
        }
        checks.refuseFailures();
    }

    private static Refusal unknown(int tvdbId) {
        return Refusal.invalid(
                List.of(new Refusal.Failure("TvdbId", "A series with this ID was not found.", tvdbId, "")));
    }

    private void change(RoutingContext context, Instant now) {
        JsonObject body = body(context);
        String inPath = context.pathParam("id");
        Show show =
                show(inPath == null ? Objects.requireNonNullElse(body.getInteger("id"), 0) : Integer.parseInt(inPath));
        new AddChecks(settings()).profile(body).refuseFailures();
        show.change(Keeping.of(body, body.getString("path", show.path())));
        options(show, body);
        Monitoring.seasons(body)
                .forEach(season -> show.moveSwitch(
                        Objects.requireNonNullElse(season.getInteger("seasonNumber"), -1),
                        season.getBoolean("monitored", true)));
        tellHeld(held(show));
        Reply.json(context, 202, json.whole(show, now));
    }

    private void delete(RoutingContext context, Instant now) {
        engine().delete(show(id(context)), CommonApi.flag(context, "deleteFiles"));
        Reply.json(context, 200, new JsonObject());
    }
}
