package org.medianest.homelab.tmdb;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.medianest.homelab.catalogue.Catalogue;
import org.medianest.homelab.catalogue.Genres;
import org.medianest.homelab.catalogue.Provider;
import org.medianest.homelab.catalogue.Title;
import org.medianest.homelab.catalogue.TitleType;
import org.medianest.homelab.system.Query;
import org.medianest.homelab.system.Reply;

/** What leads to lists: searches, shelves, and what they can be narrowed by. */
final class ListRoutes {
    private static final int PAGE = 20;
    private static final int LAST_PAGE = 500;

    private final Catalogue catalogue;
    private final TitleList lists;
    private final People people;
    private final Supplier<LocalDate> today;

    ListRoutes(Catalogue catalogue, People people, Supplier<LocalDate> today) {
        this.catalogue = catalogue;
        this.lists = new TitleList(catalogue);
        this.people = people;
        this.today = today;
    }

    void mount(Router router) {
        router.get("/3/search/:kind").handler(this::search);
        router.get("/3/trending/:type/:window").handler(this::trending);
        router.get("/3/discover/:type").handler(this::discover);
        router.get("/3/watch/providers/:type").handler(ListRoutes::providers);
        router.getWithRegex("/3/(?<type>movie|tv)/(?<list>upcoming|popular|now_playing|top_rated|on_the_air)")
                .handler(this::list);
        router.get("/3/genre/:type/list").handler(ListRoutes::genres);
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
                TitleType type = TitleList.type(Query.path(context, "kind"));
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
            default -> Failures.answer(context, 404);
        }
    }

    private void trending(RoutingContext context) {
        page(context, lists.trending(Query.path(context, "type"), today.get()), TmdbJson::mixed);
    }

    private void list(RoutingContext context) {
        List<Title> titles = switch (Query.path(context, "list")) {
            case "upcoming" -> lists.upcoming(type(context), today.get());
            case "popular", "top_rated" -> lists.popular(type(context));
            default ->
                lists.popular(type(context)).stream()
                        .filter(title -> title.released().isAfter(today.get().minusYears(2)))
                        .filter(title -> !title.released().isAfter(today.get()))
                        .toList();
        };
        page(context, titles, TmdbJson::result);
    }

    private void discover(RoutingContext context) {
        TitleType type = type(context);
        page(
                context,
                new Discovery(context, type, today.get())
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

    private static void genres(RoutingContext context) {
        Reply.json(
                context,
                200,
                new JsonObject()
                        .put(
                                "genres",
                                TmdbJson.list(Genres.of(type(context)).stream().map(TmdbJson::genre))));
    }

    private static TitleType type(RoutingContext context) {
        return TitleList.type(Query.path(context, "type"));
    }

    private static <T> void page(RoutingContext context, List<T> all, Function<T, JsonObject> json) {
        int page = Query.number(context, "page", 1);
        if (page < 1 || page > LAST_PAGE) {
            Failures.invalidPage(context);
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
}
