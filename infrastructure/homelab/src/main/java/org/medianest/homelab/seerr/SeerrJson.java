package org.medianest.homelab.seerr;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** People, media and requests as Seerr writes them. */
final class SeerrJson {
    private final State state;
    private final Downloads downloads;
    private boolean overseerr;

    SeerrJson(State state, Downloads downloads) {
        this.state = state;
        this.downloads = downloads;
    }

    /** Overseerr knows fewer numbers. */
    void overseerr(boolean on) {
        overseerr = on;
    }

    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    static String avatar(User user) {
        return "/avatarproxy/" + user.id();
    }

    JsonObject user(User user) {
        long requests = state.requests().stream()
                .filter(request -> request.requestedBy() == user)
                .count();
        return new JsonObject()
                .put("permissions", user.permissions())
                .put("id", user.id())
                .put("email", user.email())
                .put("plexUsername", user.plexId() == null ? null : user.name())
                .putNull("jellyfinUsername")
                .put("username", user.plexId() == null ? user.name() : null)
                .putNull("recoveryLinkExpirationDate")
                .put("userType", user.plexId() == null ? 2 : 1)
                .put("plexId", user.plexId())
                .putNull("jellyfinUserId")
                .put("avatar", avatar(user))
                .put(
                        "movieQuotaLimit",
                        user.movies().limit() == 0 ? null : user.movies().limit())
                .put(
                        "movieQuotaDays",
                        user.movies().limit() == 0 ? null : user.movies().days())
                .put(
                        "tvQuotaLimit",
                        user.series().limit() == 0 ? null : user.series().limit())
                .put(
                        "tvQuotaDays",
                        user.series().limit() == 0 ? null : user.series().days())
                .put("createdAt", time(user.created()))
                .put("updatedAt", time(user.created()))
                .put("requestCount", requests)
                .put("displayName", user.name())
                .put("warnings", new JsonArray());
    }

    /** Without the requests, as inside of a request. */
    JsonObject media(Media media) {
        JsonArray seasons = new JsonArray();
        media.seasons()
                .forEach((number, status) -> seasons.add(new JsonObject()
                        .put("id", media.id() * 100 + number)
                        .put("seasonNumber", number)
                        .put("status", number(status))
                        .put("status4k", MediaStatus.UNKNOWN.number())
                        .put("createdAt", time(media.created()))
                        .put("updatedAt", time(media.updated()))));
        return new JsonObject()
                .put("downloadStatus", downloads.of(media))
                .put("downloadStatus4k", new JsonArray())
                .put("id", media.id())
                .put("mediaType", media.type())
                .put("tmdbId", media.title().tmdbId())
                .put("tvdbId", media.tvdbId().orElse(null))
                .put("imdbId", media.title().facts().imdbId())
                .put("status", number(media.status()))
                .put("status4k", MediaStatus.UNKNOWN.number())
                .put("createdAt", time(media.created()))
                .put("updatedAt", time(media.updated()))
                .put("lastSeasonChange", time(media.updated()))
                .put("mediaAddedAt", media.added().map(SeerrJson::time).orElse(null))
                .put("serviceId", media.externalServiceId().isPresent() ? 0 : null)
                .putNull("serviceId4k")
                .put("externalServiceId", media.externalServiceId().orElse(null))
                .putNull("externalServiceId4k")
                .put(
                        "externalServiceSlug",
                        media.externalServiceId().isPresent()
                                ? Integer.toString(media.title().tmdbId())
                                : null)
                .putNull("ratingKey")
                .putNull("ratingKey4k")
                .put("seasons", seasons);
    }

    JsonObject mediaWithRequests(Media media) {
        JsonArray requests = new JsonArray();
        state.requests(media).forEach(request -> requests.add(requestWithoutMedia(request)));
        return media(media).put("requests", requests).put("issues", new JsonArray());
    }

    @Nullable
    JsonObject mediaInfo(org.medianest.homelab.catalogue.TitleKey key) {
        return state.media(key).map(this::mediaWithRequests).orElse(null);
    }

    JsonObject request(MediaRequest request) {
        return requestWithoutMedia(request).put("media", media(request.media()));
    }

    private JsonObject requestWithoutMedia(MediaRequest request) {
        JsonArray seasons = new JsonArray();
        request.seasons()
                .forEach(number -> seasons.add(new JsonObject()
                        .put("id", request.id() * 100 + number)
                        .put("seasonNumber", number)
                        .put("status", number(seasonStatus(request, number)))
                        .put("createdAt", time(request.created()))
                        .put("updatedAt", time(request.updated()))));
        JsonObject options = request.options();
        return new JsonObject()
                .put("id", request.id())
                .put("status", number(request.status()))
                .put("createdAt", time(request.created()))
                .put("updatedAt", time(request.updated()))
                .put("type", request.media().type())
                .put("is4k", false)
                .put("serverId", options.getInteger("serverId"))
                .put("profileId", options.getInteger("profileId"))
                .put("rootFolder", options.getString("rootFolder"))
                .put("languageProfileId", options.getInteger("languageProfileId"))
                .put("tags", options.getJsonArray("tags"))
                .put("isAutoRequest", false)
                .put("modifiedBy", request.modifiedBy().map(this::user).orElse(null))
                .put("requestedBy", user(request.requestedBy()))
                .put("seasons", seasons)
                .put("seasonCount", request.seasons().size());
    }

    /** A season that is there is done, also while the others are not. */
    private static RequestStatus seasonStatus(MediaRequest request, int season) {
        boolean there = request.media().season(season) == MediaStatus.AVAILABLE;
        return there && request.status() == RequestStatus.APPROVED ? RequestStatus.COMPLETED : request.status();
    }

    private int number(MediaStatus status) {
        return overseerr && status.compareTo(MediaStatus.AVAILABLE) > 0
                ? MediaStatus.UNKNOWN.number()
                : status.number();
    }

    private int number(RequestStatus status) {
        return overseerr && status == RequestStatus.COMPLETED ? RequestStatus.APPROVED.number() : status.number();
    }

    /** A page of a list. */
    static JsonObject page(List<JsonObject> all, int take, int skip) {
        int size = Math.max(1, take);
        int from = Math.min(all.size(), Math.max(0, skip));
        return new JsonObject()
                .put(
                        "pageInfo",
                        new JsonObject()
                                .put("pages", Math.ceilDiv(all.size(), size))
                                .put("pageSize", size)
                                .put("results", all.size())
                                .put("page", Math.ceilDiv(from, size) + 1))
                .put("results", new JsonArray(List.copyOf(all.subList(from, Math.min(all.size(), from + size)))));
    }

    static JsonObject orEmpty(@Nullable JsonObject json) {
        return Objects.requireNonNullElseGet(json, JsonObject::new);
    }
}
