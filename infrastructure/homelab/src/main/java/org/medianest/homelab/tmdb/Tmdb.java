package org.medianest.homelab.tmdb;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.medianest.homelab.artwork.Artwork;
import org.medianest.homelab.artwork.Pictures;
import org.medianest.homelab.catalogue.Catalogue;
import org.medianest.homelab.catalogue.Genres;
import org.medianest.homelab.catalogue.Provider;
import org.medianest.homelab.catalogue.Title;
import org.medianest.homelab.catalogue.TitleKey;
import org.medianest.homelab.catalogue.TitleType;
import org.medianest.homelab.system.Addresses;
import org.medianest.homelab.system.Keys;
import org.medianest.homelab.system.Query;
import org.medianest.homelab.system.Reply;
import org.medianest.homelab.system.StandIn;
import org.medianest.homelab.system.SystemName;
import org.medianest.homelab.world.World;

/** TMDB's API below {@code /3} and its images below {@code /t/p}, on one port. */
public final class Tmdb implements StandIn {
    private static final int PAGE = 20;
    private static final int LAST_PAGE = 500;

    private final World world;
    private final Catalogue catalogue;
    private final TitleList lists;
    private final People people;
    private final Images images;

    public Tmdb(World world, Artwork artwork, Addresses addresses) {
        this.world = world;
        this.catalogue = world.catalogue();
        this.lists = new TitleList(catalogue);
        Pictures pictures = new Pictures(artwork, catalogue);
        this.people = new People(catalogue, pictures);
        this.images = new Images(pictures, addresses);
    }

    @Override
    public SystemName name() {
        return SystemName.TMDB;
    }

    @Override
    public void mount(Router router) {
        router.get("/t/p/:size/:name").blockingHandler(context -> images.send(context, this), false);
        router.route("/3/*").handler(this::authenticate);
        router.get("/3/configuration").handler(images::configuration);
        router.get("/3/search/:kind").handler(this::search);
        router.get("/3/trending/:type/:window")
                .handler(context ->
                        page(context, lists.trending(Query.path(context, "type"), today()), TmdbJson::mixed));
        router.get("/3/discover/:type").handler(this::discover);
        router.get("/3/watch/providers/:type").handler(Tmdb::providers);
        router.getWithRegex("/3/(?<type>movie|tv)/(?<list>upcoming|popular|now_playing|top_rated|on_the_air)")
                .handler(this::list);
        router.get("/3/genre/:type/list")
                .handler(context -> Reply.json(
                        context,
                        200,
                        new JsonObject()
                                .put(
                                        "genres",
                                        TmdbJson.list(Genres.of(type(context)).stream()
                                                .map(TmdbJson::genre)))));
        router.get("/3/find/:id").handler(this::find);
        router.get("/3/person/:id").handler(this::person);
        router.getWithRegex("/3/(?<type>movie|tv)/(?<id>\\d+)").handler(this::details);
        router.getWithRegex("/3/tv/(?<id>\\d+)/season/(?<season>\\d+)").handler(this::season);
        router.getWithRegex("/3/(?<type>movie|tv)/(?<id>\\d+)/(?<part>[a-z_/]+)")
                .handler(this::part);
        router.route("/3/*").handler(context -> fail(context, 404));
    }

    @Override
    public void reset() {}

    /** TMDB's own numbers of errors. */
    @Override
    public void fail(RoutingContext context, int status) {
        switch (status) {
            case 401 -> error(context, status, 7, "Invalid API key: You must be granted a valid key.");
            case 404 -> error(context, status, 34, "The resource you requested could not be found.");
            case 429 -> error(context, status, 25, "Your request count (#) is over the allowed limit of (40).");
            case 503 ->
                error(context, status, 9, "Service offline: This service is temporarily offline, try again later.");
            default -> error(context, status, 11, "Internal error: Something went wrong, contact TMDB.");
        }
    }

    private static void error(RoutingContext context, int status, int code, String message) {
        Reply.json(
                context,
                status,
                new JsonObject().put("success", false).put("status_code", code).put("status_message", message));
    }

    private void authenticate(RoutingContext context) {
        boolean known = Query.text(context, "api_key").filter(Keys.TMDB::equals).isPresent()
                || Query.header(context, "Authorization")
                        .filter(("Bearer " + Keys.TMDB_READ_TOKEN)::equals)
                        .isPresent();
        if (known) {
            context.next();
        } else {
            fail(context, 401);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(world.clock().now(), ZoneOffset.UTC);
    }

    private static TitleType type(RoutingContext context) {
        return TitleList.type(Query.path(context, "type"));
    }

    private Optional<Title> title(RoutingContext context) {
        return catalogue.find(new TitleKey(type(context), Query.pathNumber(context, "id")));
    }

    private void search(RoutingContext context) {
        String query = Query.text(context, "query", "");
        if (query.isBlank()) {
            Reply.json(context, 422, new JsonObject().put("errors", new JsonArray().add("query must be provided")));
            return;
        }
        List<Title> found = catalogue.search(query);
        switch (Query.path(context, "kind")) {
            case "multi" ->
                page(
                        context,
                        Stream.concat(found.stream().map(TmdbJson::mixed), people.search(query))
                                .toList(),
                        Function.identity());
            case "movie", "tv" -> {
                var type = TitleList.type(Query.path(context, "kind"));
                String year = Query.text(
                        context, type == TitleType.MOVIE ? "primary_release_year" : "first_air_date_year", "");
                page(
                        context,
                        found.stream()
                                .filter(title -> title.key().type() == type)
                                .filter(title -> year.isEmpty()
                                        || Integer.toString(title.year()).equals(year))
                                .toList(),
                        TmdbJson::result);
            }
            default -> fail(context, 404);
        }
    }

    private void list(RoutingContext context) {
        List<Title> titles = switch (Query.path(context, "list")) {
            case "upcoming" -> lists.upcoming(type(context), today());
            case "popular", "top_rated" -> lists.popular(type(context));
            default ->
                lists.popular(type(context)).stream()
                        .filter(title -> title.released().isAfter(today().minusYears(2)))
                        .filter(title -> !title.released().isAfter(today()))
                        .toList();
        };
        page(context, titles, TmdbJson::result);
    }

    private void discover(RoutingContext context) {
        TitleType type = type(context);
        page(
                context,
                new Discovery(context, type, today())
                        .of(catalogue.all(type).stream())
                        .toList(),
                TmdbJson::result);
    }

    private static void providers(RoutingContext context) {
        Reply.json(
                context,
                200,
                new JsonObject()
                        .put(
                                "results",
                                TmdbJson.list(Provider.in(Query.text(context, "watch_region")).stream()
                                        .map(WatchJson::inRegions))));
    }

    private static <T> void page(RoutingContext context, List<T> all, Function<T, JsonObject> json) {
        int page = Query.number(context, "page", 1);
        if (page < 1 || page > LAST_PAGE) {
            error(
                    context,
                    400,
                    22,
                    "Invalid page: Pages start at 1 and max at 500. They are expected to be an integer.");
            return;
        }
        Reply.json(
                context,
                200,
                new JsonObject()
                        .put("page", page)
                        .put(
                                "results",
                                TmdbJson.list(TitleList.page(all, page, PAGE).map(json)))
                        .put("total_pages", Math.max(1, (all.size() + PAGE - 1) / PAGE))
                        .put("total_results", all.size()));
    }

    private void details(RoutingContext context) {
        title(context)
                .ifPresentOrElse(
                        title -> {
                            JsonObject json = TmdbJson.details(title, today());
                            for (String name : Query.text(context, "append_to_response", "")
                                    .split(",")) {
                                TmdbJson.part(title, name, today()).ifPresent(part -> json.put(name, part));
                            }
                            Reply.json(context, 200, json);
                        },
                        () -> fail(context, 404));
    }

    private void part(RoutingContext context) {
        title(context)
                .flatMap(title -> TmdbJson.part(title, Query.path(context, "part"), today())
                        .map(part -> part.put("id", title.tmdbId())))
                .ifPresentOrElse(part -> Reply.json(context, 200, part), () -> fail(context, 404));
    }

    private void season(RoutingContext context) {
        catalogue
                .series(Query.pathNumber(context, "id"))
                .flatMap(series -> series.season(Query.pathNumber(context, "season"))
                        .map(season -> TmdbJson.seasonDetails(series, season)))
                .ifPresentOrElse(json -> Reply.json(context, 200, json), () -> fail(context, 404));
    }

    private void find(RoutingContext context) {
        String id = Query.path(context, "id");
        Optional<Title> found = switch (Query.text(context, "external_source", "")) {
            case "imdb_id" -> catalogue.byImdb(id);
            case "tvdb_id" -> Query.number(id).flatMap(catalogue::seriesByTvdb).map(Title.class::cast);
            default -> Optional.empty();
        };
        JsonObject json = new JsonObject();
        for (String list :
                List.of("movie_results", "person_results", "tv_results", "tv_episode_results", "tv_season_results")) {
            json.put(list, new JsonArray());
        }
        found.map(TmdbJson::mixed)
                .ifPresent(title -> json.getJsonArray(title.getString("media_type") + "_results")
                        .add(title));
        Reply.json(context, 200, json);
    }

    private void person(RoutingContext context) {
        people.find(Query.pathNumber(context, "id"))
                .ifPresentOrElse(json -> Reply.json(context, 200, json), () -> fail(context, 404));
    }
}
