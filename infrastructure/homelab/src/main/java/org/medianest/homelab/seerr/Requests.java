package org.medianest.homelab.seerr;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.medianest.homelab.catalogue.Catalogue;
import org.medianest.homelab.catalogue.Season;
import org.medianest.homelab.catalogue.Series;
import org.medianest.homelab.catalogue.Title;
import org.medianest.homelab.catalogue.TitleKey;

/** What may be asked for, by whom, and what becomes of it. Not thread safe: {@link Seerr} has the lock. */
final class Requests {
    private final State state;
    private final Catalogue catalogue;
    private final WebhookAgent agent;
    private final Consumer<MediaRequest> sendToArr;

    /** @param sendToArr is told of what was approved; it may do its work later */
    Requests(State state, Catalogue catalogue, WebhookAgent agent, Consumer<MediaRequest> sendToArr) {
        this.state = state;
        this.catalogue = catalogue;
        this.agent = agent;
        this.sendToArr = sendToArr;
    }

    /** @param acting whose permission decides whether it has to wait for approval, whoever is named in the body */
    MediaRequest create(JsonObject body, User acting, Instant now) {
        boolean movie = mediaType(body).equals("movie");
        int tmdbId = mediaId(body);
        User requester = requester(body, acting);
        if (!requester.may(Permission.REQUEST, movie ? Permission.REQUEST_MOVIE : Permission.REQUEST_TV)) {
            throw Refusal.because(
                    403, "You do not have permission to make %s requests.".formatted(movie ? "movie" : "series"));
        }
        Quotas quotas = Quotas.of(requester, state.requests(), now);
        if (movie && quotas.movies().isRestricted()) {
            throw Refusal.because(403, "Movie Quota exceeded.");
        }
        if (!movie && quotas.series().isRestricted()) {
            throw Refusal.because(403, "Series Quota exceeded.");
        }
        Title title = catalogue
                .find(movie ? TitleKey.movie(tmdbId) : TitleKey.series(tmdbId))
                .orElseThrow(() -> Refusal.because(
                        500,
                        "[TMDB] Failed to fetch %s details: Request failed with status code 404"
                                .formatted(movie ? "movie" : "TV show")));
        Media media = state.mediaOf(title, MediaStatus.PENDING, now);
        if (media.status() == MediaStatus.BLOCKLISTED) {
            throw Refusal.because(403, "This media is blocklisted.");
        }
        Set<Integer> seasons = title instanceof Series series ? seasons(body, series, media, quotas) : Set.of();
        if (movie && state.requests(media).stream().anyMatch(one -> one.status().isOpen())) {
            throw Refusal.because(409, "Request for this media already exists.");
        }
        if (media.status() == MediaStatus.UNKNOWN || media.status() == MediaStatus.DELETED) {
            media.status(MediaStatus.PENDING, now);
        }
        boolean approved = acting.may(
                Permission.AUTO_APPROVE,
                movie ? Permission.AUTO_APPROVE_MOVIE : Permission.AUTO_APPROVE_TV,
                Permission.MANAGE_REQUESTS);
        MediaRequest request = new MediaRequest(
                state.nextRequest(), media, requester, seasons, options(body), RequestStatus.PENDING, now);
        state.add(request);
        if (approved) {
            request.modifiedBy(acting);
            toArr(request, now);
        }
        agent.tell(approved ? Notice.MEDIA_AUTO_APPROVED : Notice.MEDIA_PENDING, request);
        return request;
    }

    private static String mediaType(JsonObject body) {
        String type = Objects.toString(body.getValue("mediaType"), "");
        if (!type.equals("movie") && !type.equals("tv")) {
            throw Refusal.invalid(
                    "/body/mediaType",
                    type.isEmpty()
                            ? "request/body must have required property 'mediaType'"
                            : "request/body/mediaType must be equal to one of the allowed values: movie, tv");
        }
        return type;
    }

    private static int mediaId(JsonObject body) {
        if (body.getValue("mediaId") instanceof Number id) {
            return id.intValue();
        }
        throw Refusal.invalid(
                "/body/mediaId",
                body.containsKey("mediaId")
                        ? "request/body/mediaId must be number"
                        : "request/body must have required property 'mediaId'");
    }

    private User requester(JsonObject body, User acting) {
        Integer userId = body.getInteger("userId");
        if (userId == null) {
            return acting;
        }
        if (!acting.mayAll(Permission.MANAGE_USERS, Permission.MANAGE_REQUESTS)) {
            throw Refusal.because(403, "You do not have permission to modify the request user.");
        }
        return state.user(userId)
                .orElseThrow(() -> Refusal.because(
                        500,
                        "Could not find any entity of type \"User\" matching: {\"where\":{\"id\":" + userId + "}}"));
    }

    /** Those wanted that nobody asked for and that are not there. */
    private Set<Integer> seasons(JsonObject body, Series series, Media media, Quotas quotas) {
        Set<Integer> free = new TreeSet<>(wanted(body, series));
        free.removeIf(number -> number <= 0);
        state.requests(media).stream()
                .filter(request -> request.status().isOpen())
                .forEach(request -> free.removeAll(request.seasons()));
        free.removeIf(
                number -> media.season(number) != MediaStatus.UNKNOWN && media.season(number) != MediaStatus.DELETED);
        if (free.isEmpty()) {
            throw Refusal.because(202, "No seasons available to request");
        }
        if (!quotas.series().allows(free.size())) {
            throw Refusal.because(403, "Series Quota exceeded.");
        }
        return free;
    }

    private static Set<Integer> wanted(JsonObject body, Series series) {
        Set<Integer> wanted = new HashSet<>();
        switch (body.getValue("seasons")) {
            case JsonArray numbers ->
                numbers.stream()
                        .filter(Number.class::isInstance)
                        .forEach(number -> wanted.add(((Number) number).intValue()));
            case String all
            when all.equals("all") ->
                series.seasons().stream().map(Season::number).forEach(wanted::add);
            case null, default ->
                throw Refusal.invalid("/body/seasons", "request/body/seasons must match exactly one schema in oneOf");
        }
        return wanted;
    }

    private static JsonObject options(JsonObject body) {
        JsonObject options = new JsonObject();
        List.of("serverId", "profileId", "rootFolder", "languageProfileId", "tags").stream()
                .filter(body::containsKey)
                .forEach(name -> options.put(name, body.getValue(name)));
        return options;
    }

    MediaRequest change(MediaRequest request, JsonObject body, Instant now) {
        if (request.status() != RequestStatus.PENDING) {
            throw Refusal.because(409, "Only pending requests can be modified.");
        }
        Set<Integer> seasons = request.media().title() instanceof Series series
                ? new TreeSet<>(wanted(body, series))
                : request.seasons();
        request.change(seasons, options(body), now);
        return request;
    }

    void approve(MediaRequest request, User acting, Instant now) {
        mustBePending(request);
        request.modifiedBy(acting);
        toArr(request, now);
        agent.tell(Notice.MEDIA_APPROVED, request);
    }

    void decline(MediaRequest request, User acting, Instant now) {
        mustBePending(request);
        request.modifiedBy(acting);
        request.status(RequestStatus.DECLINED, now);
        forgetWhatNobodyWants(request.media(), now);
        agent.tell(Notice.MEDIA_DECLINED, request);
    }

    void retry(MediaRequest request, User acting, Instant now) {
        if (request.status() != RequestStatus.FAILED) {
            throw Refusal.because(409, "Only failed requests can be retried.");
        }
        request.modifiedBy(acting);
        toArr(request, now);
    }

    void delete(MediaRequest request, Instant now) {
        state.remove(request);
        forgetWhatNobodyWants(request.media(), now);
    }

    private static void mustBePending(MediaRequest request) {
        if (request.status() != RequestStatus.PENDING) {
            throw Refusal.because(409, "Only pending requests can be approved or declined.");
        }
    }

    /** What was only asked for is unknown again when nobody asks any more. */
    private void forgetWhatNobodyWants(Media media, Instant now) {
        boolean wanted =
                state.requests(media).stream().anyMatch(one -> one.status().isOpen());
        if (!wanted && (media.status() == MediaStatus.PENDING || media.status() == MediaStatus.PROCESSING)) {
            media.status(MediaStatus.UNKNOWN, now);
            media.seasons()
                    .replaceAll((number, status) -> status == MediaStatus.AVAILABLE ? status : MediaStatus.UNKNOWN);
        }
    }

    private void toArr(MediaRequest request, Instant now) {
        Media media = request.media();
        request.status(RequestStatus.APPROVED, now);
        if (media.status() == MediaStatus.PENDING || media.status() == MediaStatus.UNKNOWN) {
            media.status(MediaStatus.PROCESSING, now);
        }
        request.seasons().forEach(number -> media.season(number, MediaStatus.PROCESSING));
        sendToArr.accept(request);
    }

    /** The arr did not take it. */
    void failed(MediaRequest request, Instant now) {
        request.status(RequestStatus.FAILED, now);
        agent.tell(Notice.MEDIA_FAILED, request);
    }

    /** Completes what is there. */
    void settle(Media media, Instant now) {
        for (MediaRequest request : state.requests(media)) {
            boolean there = media.isMovie()
                    ? media.status() == MediaStatus.AVAILABLE
                    : request.seasons().stream().allMatch(number -> media.season(number) == MediaStatus.AVAILABLE);
            if (there && request.status().isOpen()) {
                request.status(RequestStatus.COMPLETED, now);
                agent.tell(Notice.MEDIA_AVAILABLE, request);
            }
        }
    }
}
