package org.medianest.homelab.seerr;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.medianest.homelab.catalogue.CastMember;
import org.medianest.homelab.catalogue.Catalogue;
import org.medianest.homelab.catalogue.Film;
import org.medianest.homelab.catalogue.Series;
import org.medianest.homelab.catalogue.Title;
import org.medianest.homelab.system.Query;
import org.medianest.homelab.system.Reply;

/** {@code /search}, {@code /movie}, {@code /tv} and {@code /media}. */
final class TitleRoutes {
    private static final int PAGE = 20;

    private final Desk desk;
    private final State state;
    private final SeerrJson json;
    private final TitleJson titles;
    private final Catalogue catalogue;
    private final ArrClient arrs;
    private final BooleanSupplier tmdbIsAway;

    TitleRoutes(
            Desk desk, State state, SeerrJson json, Catalogue catalogue, ArrClient arrs, BooleanSupplier tmdbIsAway) {
        this.desk = desk;
        this.state = state;
        this.json = json;
        this.titles = new TitleJson(json);
        this.catalogue = catalogue;
        this.arrs = arrs;
        this.tmdbIsAway = tmdbIsAway;
    }

    void mount(Router router) {
        router.get("/api/v1/search").handler(desk.locked(Set.of("query", "page", "language"), this::search));
        router.get("/api/v1/movie/:id").handler(desk.locked(Set.of("language"), this::movie));
        router.get("/api/v1/tv/:id").handler(desk.locked(Set.of("language"), this::series));
        router.get("/api/v1/tv/:id/season/:number").handler(desk.locked(Set.of("language"), this::season));
        router.get("/api/v1/media").handler(desk.locked(Set.of("take", "skip", "filter", "sort"), this::media));
        router.delete("/api/v1/media/:id").handler(desk.locked(Set.of(), this::deleteMedia));
        router.delete("/api/v1/media/:id/file").handler(desk.locked(Set.of("is4k"), this::deleteFile));
    }

    /** An outage of TMDB looks like nothing found: the original swallows its errors too. */
    private void search(RoutingContext context, User user, Instant now) {
        String query = Query.text(context, "query")
                .filter(text -> !text.isEmpty())
                .orElseThrow(
                        () -> Refusal.invalid("/query/query", "request/query must have required property 'query'"));
        int page = Math.max(1, Query.number(context, "page", 1));
        List<JsonObject> found = tmdbIsAway.getAsBoolean() ? List.of() : find(query);
        int from = Math.min(found.size(), Math.multiplyExact(page - 1, PAGE));
        Reply.json(
                context,
                200,
                new JsonObject()
                        .put("page", page)
                        .put("totalPages", Math.ceilDiv(found.size(), PAGE))
                        .put("totalResults", found.size())
                        .put(
                                "results",
                                new JsonArray(List.copyOf(found.subList(from, Math.min(found.size(), from + PAGE))))));
    }

    private List<JsonObject> find(String query) {
        List<JsonObject> found = new ArrayList<>();
        catalogue.search(query).stream().map(titles::result).forEach(found::add);
        String folded = Catalogue.fold(query);
        catalogue.all().stream()
                .flatMap(title -> title.facts().cast().stream())
                .map(CastMember::name)
                .filter(name -> Catalogue.fold(name).contains(folded))
                .distinct()
                .map(TitleJson::person)
                .forEach(found::add);
        if (folded.endsWith(" collection")) {
            catalogue.search(folded.substring(0, folded.length() - " collection".length())).stream()
                    .filter(Film.class::isInstance)
                    .findFirst()
                    .map(TitleJson::collection)
                    .ifPresent(found::add);
        }
        return found;
    }

    private void movie(RoutingContext context, User user, Instant now) {
        details(context, catalogue.film(Query.pathNumber(context, "id")).orElse(null), "movie", now);
    }

    private void series(RoutingContext context, User user, Instant now) {
        details(context, catalogue.series(Query.pathNumber(context, "id")).orElse(null), "series", now);
    }

    private void details(
            RoutingContext context, @org.jspecify.annotations.Nullable Title title, String what, Instant now) {
        if (tmdbIsAway.getAsBoolean()) {
            throw Refusal.because(500, "Unable to retrieve %s.".formatted(what));
        }
        if (title == null) {
            throw Refusal.because(404, "Unable to retrieve %s.".formatted(what));
        }
        Reply.json(context, 200, titles.details(title, LocalDate.ofInstant(now, ZoneOffset.UTC)));
    }

    private void season(RoutingContext context, User user, Instant now) {
        Series series = catalogue
                .series(Query.pathNumber(context, "id"))
                .orElseThrow(() -> Refusal.because(404, "Unable to retrieve season."));
        Reply.json(
                context,
                200,
                series.season(Query.pathNumber(context, "number"))
                        .map(season -> TitleJson.seasonDetails(series, season))
                        .orElseThrow(() -> Refusal.because(404, "Unable to retrieve season.")));
    }

    private void media(RoutingContext context, User user, Instant now) {
        Comparator<Media> order = switch (Query.text(context, "sort", "")) {
            case "modified" -> Comparator.comparing(Media::updated).reversed();
            case "mediaAdded" ->
                Comparator.comparing((Media one) -> one.added().orElse(Instant.EPOCH))
                        .reversed();
            default -> Comparator.comparingInt(Media::id).reversed();
        };
        List<JsonObject> found = state.media().stream()
                .filter(filter(Query.text(context, "filter", "all")))
                .sorted(order)
                .map(json::mediaWithRequests)
                .toList();
        Reply.json(
                context,
                200,
                SeerrJson.page(found, Query.number(context, "take", PAGE), Query.number(context, "skip", 0)));
    }

    private static Predicate<Media> filter(String name) {
        return switch (name) {
            case "available" -> one -> one.status() == MediaStatus.AVAILABLE;
            case "partial" -> one -> one.status() == MediaStatus.PARTIALLY_AVAILABLE;
            case "allavailable" ->
                one -> one.status() == MediaStatus.AVAILABLE || one.status() == MediaStatus.PARTIALLY_AVAILABLE;
            case "processing" -> one -> one.status() == MediaStatus.PROCESSING;
            case "pending" -> one -> one.status() == MediaStatus.PENDING;
            default -> one -> true;
        };
    }

    private Media find(RoutingContext context) {
        return state.media(Query.pathNumber(context, "id")).orElseThrow(() -> Refusal.because(404, "Media not found"));
    }

    private void deleteMedia(RoutingContext context, User user, Instant now) {
        if (!user.may(Permission.MANAGE_REQUESTS)) {
            throw Refusal.noPermission();
        }
        state.remove(find(context));
        Reply.empty(context, 204);
    }

    private void deleteFile(RoutingContext context, User user, Instant now) {
        if (!user.may(Permission.MANAGE_REQUESTS)) {
            throw Refusal.noPermission();
        }
        Media media = find(context);
        int id = media.externalServiceId()
                .orElseThrow(() -> Refusal.because(404, "Media is not known to Radarr or Sonarr"));
        arrs.delete(media, id)
                .onSuccess(deleted -> Reply.empty(context, 204))
                .onFailure(away -> Refusal.because(404, "Media not found").answer(context));
    }
}
