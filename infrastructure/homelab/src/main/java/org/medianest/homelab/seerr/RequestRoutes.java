package org.medianest.homelab.seerr;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.medianest.homelab.system.Query;
import org.medianest.homelab.system.Reply;

/** {@code /request}. */
final class RequestRoutes {
    private static final Set<String> LIST =
            Set.of("take", "skip", "filter", "sort", "sortDirection", "requestedBy", "mediaType");

    private final Desk desk;
    private final State state;
    private final Requests requests;
    private final SeerrJson json;

    RequestRoutes(Desk desk, State state, Requests requests, SeerrJson json) {
        this.desk = desk;
        this.state = state;
        this.requests = requests;
        this.json = json;
    }

    void mount(Router router) {
        router.get("/api/v1/request").handler(desk.locked(LIST, this::list));
        router.post("/api/v1/request").handler(desk.locked(Set.of(), this::create));
        router.get("/api/v1/request/count").handler(desk.locked(Set.of(), this::count));
        router.get("/api/v1/request/:id").handler(desk.locked(Set.of(), this::one));
        router.put("/api/v1/request/:id").handler(desk.locked(Set.of(), this::change));
        router.delete("/api/v1/request/:id").handler(desk.locked(Set.of(), this::delete));
        router.post("/api/v1/request/:id/:verb").handler(desk.locked(Set.of(), this::decide));
    }

    private void create(RoutingContext context, User user, Instant now) {
        MediaRequest request = requests.create(Desk.body(context), user, now);
        Reply.json(context, 201, json.request(request));
    }

    private void list(RoutingContext context, User user, Instant now) {
        boolean seesAll = user.may(Permission.MANAGE_REQUESTS, Permission.REQUEST_VIEW);
        Optional<Integer> of = Query.text(context, "requestedBy").flatMap(Query::number);
        if (!seesAll && of.isPresent() && of.get() != user.id()) {
            throw Refusal.because(403, "You do not have permission to view this user's requests.");
        }
        String type = Query.text(context, "mediaType", "all");
        Comparator<MediaRequest> order = switch (Query.text(context, "sort", "")) {
            case "modified" -> Comparator.comparing(MediaRequest::updated).thenComparingInt(MediaRequest::id);
            case "added" -> Comparator.comparing(MediaRequest::created).thenComparingInt(MediaRequest::id);
            default -> Comparator.comparingInt(MediaRequest::id);
        };
        List<JsonObject> found = state.requests().stream()
                .filter(filter(Query.text(context, "filter", "all")))
                .filter(request -> type.equals("all") || request.media().type().equals(type))
                .filter(request -> seesAll || request.requestedBy() == user)
                .filter(request -> of.isEmpty() || request.requestedBy().id() == of.get())
                .sorted(Query.text(context, "sortDirection", "desc").equals("asc") ? order : order.reversed())
                .map(json::request)
                .toList();
        Reply.json(
                context,
                200,
                SeerrJson.page(found, Query.number(context, "take", 10), Query.number(context, "skip", 0))
                        .put(
                                "serviceErrors",
                                new JsonObject().put("radarr", new JsonArray()).put("sonarr", new JsonArray())));
    }

    private static Predicate<MediaRequest> filter(String name) {
        Set<MediaStatus> unavailable = EnumSet.of(
                MediaStatus.UNKNOWN, MediaStatus.PENDING, MediaStatus.PROCESSING, MediaStatus.PARTIALLY_AVAILABLE);
        return switch (name) {
            case "approved" -> request -> request.status() == RequestStatus.APPROVED;
            case "processing" ->
                request -> request.status() == RequestStatus.APPROVED
                        && unavailable.contains(request.media().status());
            case "pending" -> request -> request.status() == RequestStatus.PENDING;
            case "unavailable" ->
                request -> (request.status() == RequestStatus.PENDING || request.status() == RequestStatus.APPROVED)
                        && unavailable.contains(request.media().status());
            case "failed" -> request -> request.status() == RequestStatus.FAILED;
            case "completed" -> request -> request.status() == RequestStatus.COMPLETED;
            case "available" ->
                request -> request.status() == RequestStatus.COMPLETED
                        && request.media().status() == MediaStatus.AVAILABLE;
            case "deleted" ->
                request -> request.status() == RequestStatus.COMPLETED
                        && request.media().status() == MediaStatus.DELETED;
            default -> request -> true;
        };
    }

    private void count(RoutingContext context, User user, Instant now) {
        List<MediaRequest> all = state.requests();
        Reply.json(
                context,
                200,
                new JsonObject()
                        .put("total", all.size())
                        .put("movie", count(all, request -> request.media().isMovie()))
                        .put("tv", count(all, request -> !request.media().isMovie()))
                        .put("pending", count(all, request -> request.status() == RequestStatus.PENDING))
                        .put("approved", count(all, request -> request.status() == RequestStatus.APPROVED))
                        .put("declined", count(all, request -> request.status() == RequestStatus.DECLINED))
                        .put(
                                "processing",
                                count(
                                        all,
                                        request -> request.status() == RequestStatus.APPROVED
                                                && request.media().status() != MediaStatus.AVAILABLE))
                        .put(
                                "available",
                                count(
                                        all,
                                        request -> request.status() == RequestStatus.APPROVED
                                                && request.media().status() == MediaStatus.AVAILABLE))
                        .put("completed", count(all, request -> request.status() == RequestStatus.COMPLETED)));
    }

    private static long count(List<MediaRequest> all, Predicate<MediaRequest> which) {
        return all.stream().filter(which).count();
    }

    private MediaRequest find(RoutingContext context) {
        return state.request(Query.pathNumber(context, "id"))
                .orElseThrow(() -> Refusal.because(404, "Request not found."));
    }

    private void one(RoutingContext context, User user, Instant now) {
        MediaRequest request = find(context);
        if (request.requestedBy() != user && !user.may(Permission.MANAGE_REQUESTS, Permission.REQUEST_VIEW)) {
            throw Refusal.because(403, "You do not have permission to view this request.");
        }
        Reply.json(context, 200, json.request(request));
    }

    private void change(RoutingContext context, User user, Instant now) {
        MediaRequest request = find(context);
        if (request.requestedBy() != user && !user.may(Permission.MANAGE_REQUESTS)) {
            throw Refusal.because(403, "You do not have permission to modify this request.");
        }
        Reply.json(context, 200, json.request(requests.change(request, Desk.body(context), now)));
    }

    private void delete(RoutingContext context, User user, Instant now) {
        MediaRequest request = find(context);
        boolean own = request.requestedBy() == user && request.status() == RequestStatus.PENDING;
        if (!own && !user.may(Permission.MANAGE_REQUESTS)) {
            throw Refusal.because(401, "You do not have permission to delete this request.");
        }
        requests.delete(request, now);
        Reply.empty(context, 204);
    }

    /** Answers before the arr is asked: that it failed is seen later. */
    private void decide(RoutingContext context, User user, Instant now) {
        if (!user.may(Permission.MANAGE_REQUESTS)) {
            throw Refusal.noPermission();
        }
        MediaRequest request = find(context);
        switch (Objects.requireNonNullElse(context.pathParam("verb"), "")) {
            case "approve" -> requests.approve(request, user, now);
            case "decline" -> requests.decline(request, user, now);
            case "retry" -> requests.retry(request, user, now);
            default -> throw Refusal.because(400, "Status must be approve or decline.");
        }
        Reply.json(context, 200, json.request(request));
    }
}
