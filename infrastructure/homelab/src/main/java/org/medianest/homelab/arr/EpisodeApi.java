package org.medianest.homelab.arr;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.medianest.homelab.system.Reply;

/** Sonarr's routes that are about episodes. */
final class EpisodeApi {
    private static final String API = "/api/v3";

    private final Sonarr sonarr;
    private final ShowJson json;

    EpisodeApi(Sonarr sonarr, ShowJson json) {
        this.sonarr = sonarr;
        this.json = json;
    }

    void mount(Router router) {
        router.get(API + "/episode").handler(sonarr.locked(this::list));
        router.put(API + "/episode/monitor").handler(sonarr.locked(this::monitor));
        router.get(API + "/episode/:id").handler(sonarr.locked(this::one));
        router.get(API + "/calendar").handler(sonarr.locked(this::calendar));
        router.get(API + "/wanted/missing").handler(sonarr.locked(this::missing));
    }

    private Stream<ShowEpisode> episodes() {
        return sonarr.shows().flatMap(show -> show.parts().stream());
    }

    private void list(RoutingContext context, Instant now) {
        int seriesId = Paging.number(context.request().getParam("seriesId"), 0);
        Set<Integer> ids = new HashSet<>();
        context.queryParam("episodeIds").forEach(id -> ids.add(Paging.number(id, 0)));
        int season = Paging.number(context.request().getParam("seasonNumber"), -1);
        if (seriesId == 0 && ids.isEmpty()) {
            throw Refusal.object(
                    400, "seriesId or episodeIds must be provided", "Sonarr.Http.REST.BadRequestException");
        }
        Reply.json(
                context,
                200,
                Json.array(episodes()
                        .filter(episode -> ids.isEmpty()
                                ? episode.show().id() == seriesId && (season < 0 || episode.season() == season)
                                : ids.contains(episode.id()))
                        .map(json::episode)
                        .toList()));
    }

    private void one(RoutingContext context, Instant now) {
        int id = Arr.id(context);
        Reply.json(
                context,
                200,
                episodes()
                        .filter(episode -> episode.id() == id)
                        .findFirst()
                        .map(json::episode)
                        .orElseThrow(() -> Refusal.notFound("Episode", id)));
    }

    private void monitor(RoutingContext context, Instant now) {
        JsonObject body = Arr.body(context);
        Set<Integer> ids = new HashSet<>(Json.integers(body, "episodeIds"));
        List<ShowEpisode> chosen =
                episodes().filter(episode -> ids.contains(episode.id())).toList();
        chosen.forEach(episode -> episode.monitored(body.getBoolean("monitored", true)));
        Reply.json(context, 202, Json.array(chosen.stream().map(json::episode).toList()));
    }

    private void calendar(RoutingContext context, Instant now) {
        Window window = Window.of(context.request(), now);
        boolean unmonitored = CommonApi.flag(context, "unmonitored");
        Reply.json(
                context,
                200,
                Json.array(episodes()
                        .filter(episode -> window.holds(episode.airs()))
                        .filter(episode -> unmonitored
                                || episode.isMonitored() && episode.show().isMonitored())
                        .sorted(Comparator.comparing(ShowEpisode::airs))
                        .map(episode -> withSeries(context, episode, now))
                        .toList()));
    }

    private void missing(RoutingContext context, Instant now) {
        Reply.json(
                context,
                200,
                Paging.of(context.request(), "airDateUtc", "descending")
                        .cut(episodes()
                                .filter(episode -> episode.isMonitored() && episode.isMissing() && episode.isOut(now))
                                .sorted(Comparator.comparing(ShowEpisode::airs).reversed())
                                .map(episode -> withSeries(context, episode, now))
                                .toList()));
    }

    private JsonObject withSeries(RoutingContext context, ShowEpisode episode, Instant now) {
        JsonObject one = json.episode(episode);
        return CommonApi.flag(context, "includeSeries") ? one.put("series", json.whole(episode.show(), now)) : one;
    }
}
