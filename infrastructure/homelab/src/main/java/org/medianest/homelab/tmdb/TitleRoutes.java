package org.medianest.homelab.tmdb;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.medianest.homelab.catalogue.Catalogue;
import org.medianest.homelab.catalogue.Title;
import org.medianest.homelab.catalogue.TitleKey;
import org.medianest.homelab.catalogue.TitleType;
import org.medianest.homelab.system.Query;
import org.medianest.homelab.system.Reply;

/** What leads to one title or one person. */
final class TitleRoutes {
    private final Catalogue catalogue;
    private final People people;
    private final Supplier<LocalDate> today;

    TitleRoutes(Catalogue catalogue, People people, Supplier<LocalDate> today) {
        this.catalogue = catalogue;
        this.people = people;
        this.today = today;
    }

    void mount(Router router) {
        router.get("/3/find/:id").handler(this::find);
        router.get("/3/person/:id").handler(this::person);
        router.getWithRegex("/3/(?<type>movie|tv)/(?<id>\\d+)").handler(this::details);
        router.getWithRegex("/3/tv/(?<id>\\d+)/season/(?<season>\\d+)").handler(this::season);
        router.getWithRegex("/3/(?<type>movie|tv)/(?<id>\\d+)/(?<part>[a-z_/]+)")
                .handler(this::part);
    }

    private Optional<Title> title(RoutingContext context) {
        TitleType type = TitleList.type(Query.path(context, "type"));
        return catalogue.find(new TitleKey(type, Query.pathNumber(context, "id")));
    }

    private void details(RoutingContext context) {
        title(context)
                .ifPresentOrElse(
                        title -> {
                            JsonObject json = TmdbJson.details(title, today.get());
                            for (String name : Query.text(context, "append_to_response", "")
                                    .split(",")) {
                                TitleParts.of(title, name, today.get()).ifPresent(part -> json.put(name, part));
                            }
                            Reply.json(context, 200, json);
                        },
                        () -> Failures.answer(context, 404));
    }

    private void part(RoutingContext context) {
        title(context)
                .flatMap(title -> TitleParts.of(title, Query.path(context, "part"), today.get())
                        .map(part -> part.put("id", title.tmdbId())))
                .ifPresentOrElse(part -> Reply.json(context, 200, part), () -> Failures.answer(context, 404));
    }

    private void season(RoutingContext context) {
        catalogue
                .series(Query.pathNumber(context, "id"))
                .flatMap(series -> series.season(Query.pathNumber(context, "season"))
                        .map(season -> TmdbJson.seasonDetails(series, season)))
                .ifPresentOrElse(json -> Reply.json(context, 200, json), () -> Failures.answer(context, 404));
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
                .ifPresentOrElse(json -> Reply.json(context, 200, json), () -> Failures.answer(context, 404));
    }
}
