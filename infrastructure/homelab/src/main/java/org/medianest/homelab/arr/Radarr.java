package org.medianest.homelab.arr;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.medianest.homelab.catalogue.Catalogue;
import org.medianest.homelab.catalogue.Film;
import org.medianest.homelab.catalogue.TitleType;
import org.medianest.homelab.system.Keys;
import org.medianest.homelab.system.Reply;
import org.medianest.homelab.system.SystemName;
import org.medianest.homelab.world.World;
import org.medianest.homelab.world.WorldEvent;

/** Radarr v3. */
public final class Radarr extends Arr {
    private static final String API = "/api/v3";
    private static final String ADDED_ALREADY = "This movie has already been added";

    private final Catalogue catalogue;
    private final MovieJson json;
    private final Map<Integer, LocalDate> homeReleases = new HashMap<>();

    public Radarr(World world) {
        this(world, new Settings(List.of("/movies")));
    }

    private Radarr(World world, Settings settings) {
        super(SystemName.RADARR, Keys.RADARR, world, settings);
        this.catalogue = world.catalogue();
        this.json = new MovieJson(settings);
    }

    @Override
    Face face() {
        return json;
    }

    /** Has a film come out for the home on this day: before, it is not available. */
    public synchronized void homeRelease(int tmdbId, LocalDate day) {
        homeReleases.put(tmdbId, day);
        movies().filter(movie -> movie.tmdbId() == tmdbId).forEach(movie -> movie.homeRelease(day));
    }

    /** Adds a film and searches for it, as its own page does. */
    public synchronized void add(int tmdbId) {
        keep(
                new JsonObject()
                        .put("tmdbId", tmdbId)
                        .put("qualityProfileId", 4)
                        .put("rootFolderPath", "/movies")
                        .put("minimumAvailability", "released")
                        .put("addOptions", new JsonObject().put("searchForMovie", true)),
                clock().now());
    }

    @Override
    synchronized void forget() {
        homeReleases.clear();
        super.forget();
    }

    @Override
    void mountOwn(Router router) {
        router.get(API + "/movie").handler(locked(this::list));
        router.get(API + "/movie/lookup").handler(locked(this::lookup));
        router.get(API + "/movie/lookup/tmdb").handler(locked(this::lookupTmdb));
        router.get(API + "/movie/:id")
                .handler(locked((context, now) -> Reply.json(context, 200, json.whole(movie(id(context)), now))));
        router.post(API + "/movie")
                .handler(locked((context, now) -> Reply.json(context, 201, json.whole(keep(body(context), now), now))));
        router.put(API + "/movie/:id").handler(locked(this::change));
        router.put(API + "/movie").handler(locked(this::change));
        router.delete(API + "/movie/:id").handler(locked(this::delete));
        router.get(API + "/calendar").handler(locked(this::calendar));
        router.get(API + "/wanted/missing").handler(locked(this::missing));
    }

    @Override
    boolean obey(String command, JsonObject body, Instant now) {
        switch (command) {
            case "MoviesSearch" ->
                Json.integers(body, "movieIds")
                        .forEach(id ->
                                engine().work(id).ifPresent(movie -> engine().searchAnyhow(movie, movie.parts(), now)));
            case "MissingMoviesSearch" ->
                movies().filter(Movie::isMonitored).forEach(movie -> engine().search(movie, movie.parts(), now));
            case "RefreshMovie", "RescanMovie" -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    private Stream<Movie> movies() {
        return engine().works().stream().map(Movie.class::cast);
    }

    private Movie movie(int id) {
        return (Movie) engine().work(id).orElseThrow(() -> Refusal.notFound("Movie", id));
    }

    private void list(RoutingContext context, Instant now) {
        String tmdbId = context.request().getParam("tmdbId");
        Reply.json(
                context,
                200,
                Json.array(movies().filter(movie -> tmdbId == null || movie.tmdbId() == Integer.parseInt(tmdbId))
                        .map(movie -> json.whole(movie, now))
                        .toList()));
    }

    private void lookup(RoutingContext context, Instant now) {
        String term = Objects.toString(context.request().getParam("term"), "");
        List<Film> found;
        if (term.startsWith("tmdb:") || term.startsWith("tmdbid:")) {
            found = catalogue
                    .film(Paging.number(term.substring(term.indexOf(':') + 1).strip(), 0))
                    .stream()
                    .toList();
        } else {
            found = films().filter(film -> term.startsWith("imdb:")
                            ? film.facts().imdbId().equals(term.substring(5).strip())
                            : Names.clean(film.title()).contains(Names.clean(term)))
                    .toList();
        }
        JsonArray answer = new JsonArray();
        found.forEach(film -> answer.add(known(film, now)));
        Reply.json(context, 200, answer);
    }

    /** Those that it keeps already are shown as it keeps them. */
    private JsonObject known(Film film, Instant now) {
        return movies().filter(movie -> movie.tmdbId() == film.tmdbId())
                .findFirst()
                .map(movie -> json.whole(movie, now))
                .orElseGet(() -> json.lookup(film, now));
    }

    private Stream<Film> films() {
        return catalogue.all(TitleType.MOVIE).stream().map(Film.class::cast);
    }

    private void lookupTmdb(RoutingContext context, Instant now) {
        int tmdbId = Paging.number(context.request().getParam("tmdbId"), 0);
        Reply.json(
                context,
                200,
                catalogue
                        .film(tmdbId)
                        .map(film -> known(film, now))
                        .orElseThrow(() -> Refusal.object(
                                404,
                                "Movie with TmdbId " + tmdbId + " was not found, it may have been removed from TMDb.",
                                "NzbDrone.Core.Exceptions.MovieNotFoundException")));
    }

    private Movie keep(JsonObject body, Instant now) {
        int tmdbId = Objects.requireNonNullElse(body.getInteger("tmdbId"), 0);
        AddChecks checks = new AddChecks(settings()).profile(body).place(body);
        if (tmdbId <= 0) {
            checks.fails("TmdbId", "'Tmdb Id' must not be empty.", tmdbId, "NotEmptyValidator");
        } else if (holds(tmdbId)) {
            checks.fails("TmdbId", ADDED_ALREADY, tmdbId, "MovieExistsValidator");
        }
        checks.refuseFailures();
        Film film = catalogue.film(tmdbId).orElseThrow(() -> unknown(tmdbId));
        JsonObject options = Objects.requireNonNullElseGet(body.getJsonObject("addOptions"), JsonObject::new);
        Keeping keeping = Keeping.of(body, AddChecks.path(body, Names.folder(film.title(), film.year())));
        Movie movie = new Movie(
                engine().nextWork(),
                film,
                now,
                "none".equals(options.getString("monitor")) ? keeping.unmonitored() : keeping,
                Movie.Availability.of(body.getString("minimumAvailability")).orElse(Movie.Availability.ANNOUNCED));
        Optional.ofNullable(homeReleases.get(tmdbId)).ifPresent(movie::homeRelease);
        findFiles(movie, "/movies");
        engine().add(movie);
        tellHeld(new WorldEvent.Held(SystemName.RADARR, film.key(), Set.of()));
        if (options.getBoolean("searchForMovie", false)) {
            engine().search(movie, movie.parts(), now);
        }
        return movie;
    }

    private static Refusal unknown(int tmdbId) {
        return Refusal.invalid(
                List.of(new Refusal.Failure("TmdbId", "A movie with this ID was not found.", tmdbId, "")));
    }

    private void change(RoutingContext context, Instant now) {
        JsonObject body = body(context);
        String inPath = context.pathParam("id");
        int id = inPath == null ? Objects.requireNonNullElse(body.getInteger("id"), 0) : Integer.parseInt(inPath);
        Movie movie = movie(id);
        new AddChecks(settings()).profile(body).refuseFailures();
        movie.change(
                Keeping.of(body, body.getString("path", movie.path())),
                Movie.Availability.of(body.getString("minimumAvailability")).orElse(movie.minimum()));
        Reply.json(context, 202, json.whole(movie, now));
    }

    private void delete(RoutingContext context, Instant now) {
        engine().delete(movie(id(context)), CommonApi.flag(context, "deleteFiles"));
        Reply.json(context, 200, new JsonObject());
    }

    private void calendar(RoutingContext context, Instant now) {
        Window window = Window.of(context.request(), now);
        boolean unmonitored = CommonApi.flag(context, "unmonitored");
        Reply.json(
                context,
                200,
                Json.array(movies().filter(movie -> unmonitored || movie.isMonitored())
                        .filter(movie -> window.holds(movie.inCinemas()) || window.holds(movie.atHome()))
                        .map(movie -> json.whole(movie, now))
                        .toList()));
    }

    private void missing(RoutingContext context, Instant now) {
        Reply.json(
                context,
                200,
                Paging.of(context.request(), "title", "ascending")
                        .cut(movies().filter(
                                        movie -> movie.isMonitored() && movie.isMissing() && movie.isAvailable(now))
                                .sorted(Comparator.comparing(Movie::title))
                                .map(movie -> json.whole(movie, now))
                                .toList()));
    }
}
